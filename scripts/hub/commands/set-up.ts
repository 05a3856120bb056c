import { z } from 'zod';
import { CONSOLE } from '~/auth/actor';
import { createSetUpLink } from '~/features/operate/set-up/set-up-link.server';
import { env } from '~/lib/env.server';
import { type Command, UsageError } from '../command';
import { aside } from '../output';

export const setUp: Command = {
  usage: 'set-up EMAIL',
  about: 'Prints a link that sets up a new network once, within a day, with this person as its first steward.',
  async run(args, say) {
    const [email, ...more] = args;
    if (!email || more.length > 0) throw new UsageError('Give the e-mail address of the first steward.');
    if (!z.email().max(254).safeParse(email.trim()).success) throw new UsageError(`${email} is no e-mail address.`);
    const link = await createSetUpLink(CONSOLE, email);
    say('Open this link in a browser while the hub runs (npm start). It works once, within a day:');
    say(`  ${link}`);
    if (!env().HUB_ORIGIN) aside('HUB_ORIGIN is not set here, so the link is for a browser on this machine.');
    return 0;
  },
};
