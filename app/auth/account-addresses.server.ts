import { inArray } from 'drizzle-orm';
import { accounts } from '#db/schema/accounts';
import { writer } from '#db/writer.server';
import { addressesBy } from '~/lib/mail/addresses-by.server';

/** Addresses of mails that name an account. */
export const accountAddresses = addressesBy(
  ({ account }) => account,
  (ids) => writer().select({ id: accounts.id, email: accounts.email }).from(accounts).where(inArray(accounts.id, ids)),
);
