import type { Command } from '../command';
import { backup } from './backup';
import { importCommand } from './import';
import { leaveDemoCommand } from './leave-demo';
import { policyCommand } from './policy';
import { populateCommand } from './populate';
import { restore } from './restore';
import { role } from './role';
import { setUp } from './set-up';
import { sharing } from './sharing';
import { signInLink } from './sign-in-link';

/** Every command, by its name. */
export const COMMANDS: Record<string, Command> = {
  'set-up': setUp,
  'leave-demo': leaveDemoCommand,
  import: importCommand,
  'sign-in-link': signInLink,
  populate: populateCommand,
  role,
  sharing,
  policy: policyCommand,
  backup,
  restore,
};
