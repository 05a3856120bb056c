import { accountByEmail } from '~/auth/roles.server';
import { createConsoleLink } from '~/auth/sign-in-tokens.server';
import { memberInvitationLink } from '~/features/inviting/console-link.server';
import { invitationLink } from '~/features/joining/invite.server';
import { joinLinkFor } from '~/features/welcoming/renew.server';
import { DomainError } from '~/lib/errors';
import { type Command, UsageError } from '../command';

export const signInLink: Command = {
  usage: 'sign-in-link EMAIL',
  about:
    'Prints a link that signs this person in once, within an hour; for somebody invited, their invitation; for somebody who asked to join, their link.',
  async run(args, say) {
    const [email, ...more] = args;
    if (!email || more.length > 0) throw new UsageError('Give one e-mail address.');
    say(await linkFor(email));
    return 0;
  },
};

/** The link that signs in; of somebody without an account their invitation, or the link that they asked for to join. */
async function linkFor(email: string): Promise<string> {
  try {
    return await createConsoleLink((await accountByEmail(email)).accountId);
  } catch (error) {
    if (!(error instanceof DomainError && error.code === 'not_found')) throw error;
    const link = (await joinLinkFor(email)) ?? (await memberInvitationLink(email)) ?? (await invitationLink(email));
    if (!link) throw error;
    return link;
  }
}
