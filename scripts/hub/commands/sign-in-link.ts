import { accountByEmail } from '~/auth/roles.server';
import { createConsoleLink } from '~/auth/sign-in-tokens.server';
import { type Command, UsageError } from '../command';

export const signInLink: Command = {
  usage: 'sign-in-link EMAIL',
  about: 'Prints a link that signs this person in once, within an hour.',
  async run(args, say) {
    const [email, ...more] = args;
    if (!email || more.length > 0) throw new UsageError('Give one e-mail address.');
    const account = await accountByEmail(email);
    say(await createConsoleLink(account.accountId));
    return 0;
  },
};
