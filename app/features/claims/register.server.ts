import { inArray } from 'drizzle-orm';
import { removals } from '#db/schema/claims';
import { accountAddresses } from '~/auth/account-addresses.server';
import { addressesBy } from '~/lib/mail/addresses-by.server';
import { registerMail } from '~/lib/mail/registry.server';
import { command } from '~/sharing/command.server';
import { claimContactMail, claimNewsMail } from './claim-mails.server';
import { removalAnswerMail, removalConfirmMail, removalNewsMail } from './removal-mails.server';
import { REMOVAL_ANSWER_MAIL, REMOVAL_CONFIRM_MAIL, REMOVAL_NEWS_MAIL } from './removals.server';
import { CLAIM_CONTACT_MAIL, CLAIM_NEWS_MAIL } from './tell.server';

const askerAddresses = addressesBy(
  ({ removal }) => removal,
  (ids) => command(({ db }) => db.select().from(removals).where(inArray(removals.id, ids))),
);

/** Registers the mails about who speaks for a group and about groups that ask to be removed. */
export function registerClaims(): void {
  registerMail(CLAIM_NEWS_MAIL, claimNewsMail, accountAddresses);
  registerMail(CLAIM_CONTACT_MAIL, claimContactMail);
  registerMail(REMOVAL_CONFIRM_MAIL, removalConfirmMail, askerAddresses);
  registerMail(REMOVAL_NEWS_MAIL, removalNewsMail, accountAddresses);
  registerMail(REMOVAL_ANSWER_MAIL, removalAnswerMail, askerAddresses);
}
