import { accountByEmail } from '~/auth/roles.server';
import { createConsoleLink } from '~/auth/sign-in-tokens.server';
import { invitationLink } from '~/features/joining/invite.server';
import { DomainError } from '~/lib/errors';
import { type Command, UsageError } from '../command';

export const signInLink: Command = {
  usage: 'sign-in-link EMAIL',
  about: 'Prints a link that signs this person in once, within an hour; for somebody invited, their invitation.',
  async run(args, say) {
    const [email, ...more] = args;
    if (!email || more.length > 0) throw new UsageError('Give one e-mail address.');
    say(await linkFor(email));
    return 0;
  },
};

/** The link that signs in, or the invitation of somebody who was invited and has no account yet. */
async function linkFor(email: string): Promise<string> {
  try {
    return await createConsoleLink((await accountByEmail(email)).accountId);
  } catch (error) {
    const invitation = error instanceof DomainError && error.code === 'not_found' ? await invitationLink(email) : null;
    if (!invitation) throw error;
    return invitation;
  }
}
