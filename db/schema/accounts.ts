import { boolean, index, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { Role } from '../../app/lib/standing';
import { created, id, moment } from './_columns';
import { core } from './_schemas';
import { people } from './people';

/** How someone showed that they are who the account belongs to. */
export type Proof = 'mail' | 'console' | 'passkey' | 'totp' | 'recovery';

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
    lastSeenAt: moment().notNull().defaultNow(),
    /** Browser and system in a few words, for its owner to know it again. */
    device: text(),
    /** The strongest proof given in this session; nothing stands for a mail. */
    proof: text().$type<Proof>(),
    /** When a proof was last given. */
    provedAt: moment().notNull().defaultNow(),
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
  /** SHA-256 of what a cookie of the browser that asked holds; only there the link signs in. */
  browserHash: text(),
  /** Codes that were typed for it and did not fit. */
  wrongCodes: integer().notNull().default(0),
  ...created,
});

export const signInTokens = core.table(
  'sign_in_tokens',
  {
    /** SHA-256 of the token in the link. */
    hash: text().primaryKey(),
    accountId: accountId(),
    /** The wish it answers; none for a link from the console. */
    requestId: uuid(),
    /** Keyed hash of the code that stands in the same mail. */
    codeHash: text(),
    redirectTo: text(),
    /** Made at the console by the machine's owner. */
    fromConsole: boolean().notNull().default(false),
    expiresAt: moment().notNull(),
    usedAt: moment(),
    ...created,
  },
  (t) => [index('sign_in_tokens_account').on(t.accountId), index('sign_in_tokens_request').on(t.requestId)],
);

/** A wish to sign in with another address, until the days are over in which it can be taken back. */
export const addressChanges = core.table(
  'address_changes',
  {
    id: id(),
    accountId: accountId(),
    oldEmail: text().notNull(),
    newEmail: text().notNull(),
    /** SHA-256 of the token that the new address was sent, and of the one that the old was. */
    confirmHash: text().notNull().unique('address_changes_confirm_key'),
    undoHash: text().notNull().unique('address_changes_undo_key'),
    doneAt: moment(),
    undoneAt: moment(),
    ...created,
  },
  (t) => [index('address_changes_account').on(t.accountId)],
);

export const roleGrants = core.table(
  'role_grants',
  { accountId: accountId(), role: text().$type<Role>().notNull(), grantedBy: text().notNull(), ...created },
  (t) => [primaryKey({ columns: [t.accountId, t.role] })],
);
