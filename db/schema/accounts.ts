import { boolean, index, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { Role } from '../../app/lib/standing';
import { created, id, moment } from './_columns';
import { core } from './_schemas';
import { people } from './people';

export const accounts = core.table('accounts', {
  id: id(),
  personId: uuid()
    .notNull()
    .unique()
    .references(() => people.id, { onDelete: 'cascade' }),
  /** Lower case. Used to sign in and never shown to anyone else. */
  email: text().notNull().unique('accounts_email_key'),
  locale: text().$type<'en' | 'es'>(),
  ...created,
});

const accountId = () =>
  uuid()
    .notNull()
    .references(() => accounts.id, { onDelete: 'cascade' });

export const sessions = core.table(
  'sessions',
  {
    /** SHA-256 of the id in the cookie. */
    id: text().primaryKey(),
    accountId: accountId(),
    expiresAt: moment().notNull(),
    ...created,
  },
  (t) => [index('sessions_account').on(t.accountId)],
);

/** Someone typed this address on the sign-in page. The row is the same whether or not an account has it. */
export const signInRequests = core.table('sign_in_requests', {
  id: id(),
  email: text().notNull(),
  locale: text().notNull(),
  redirectTo: text(),
  ...created,
});

export const signInTokens = core.table(
  'sign_in_tokens',
  {
    /** SHA-256 of the token in the link. */
    hash: text().primaryKey(),
    accountId: accountId(),
    redirectTo: text(),
    /** Made at the console by the machine's owner. */
    fromConsole: boolean().notNull().default(false),
    expiresAt: moment().notNull(),
    usedAt: moment(),
    ...created,
  },
  (t) => [index('sign_in_tokens_account').on(t.accountId)],
);

export const roleGrants = core.table(
  'role_grants',
  { accountId: accountId(), role: text().$type<Role>().notNull(), grantedBy: text().notNull(), ...created },
  (t) => [primaryKey({ columns: [t.accountId, t.role] })],
);
