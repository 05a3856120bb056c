import type { Command } from '../command';
import { role } from './role';
import { signInLink } from './sign-in-link';

/** Every command, by its name. */
export const COMMANDS: Record<string, Command> = {
  'sign-in-link': signInLink,
  role,
};
