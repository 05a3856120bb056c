import { bigint, index, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { created, id, moment } from './_columns';
import { core } from './_schemas';
import { accounts } from './accounts';

const accountId = () =>
  uuid()
    .notNull()
    .references(() => accounts.id, { onDelete: 'cascade' });

export const passkeys = core.table(
  'passkeys',
  {
    /** Credential id as the browser gives it, base64url. */
    id: text().primaryKey(),
    accountId: accountId(),
    /** COSE public key, base64url. */
    publicKey: text().notNull(),
    counter: bigint({ mode: 'number' }).notNull(),
    transports: text().array(),
    /** What its owner calls it. */
    name: text().notNull(),
    usedAt: moment(),
    ...created,
  },
  (t) => [index('passkeys_account').on(t.accountId)],
);

/** The secret of an authenticator app, encrypted by the hub's secret. It counts once a code of it was typed. */
export const totpSecrets = core.table('totp_secrets', {
  accountId: accountId().primaryKey(),
  secret: text().notNull(),
  confirmedAt: moment(),
  /** Number of the last half minute whose code was used: a code works once. */
  lastStep: bigint({ mode: 'number' }).notNull().default(0),
  ...created,
});

/** Codes on paper, each for one time; only keyed hashes are stored. One that a steward hands over runs out. */
export const recoveryCodes = core.table(
  'recovery_codes',
  { accountId: accountId(), hash: text().notNull(), usedAt: moment(), expiresAt: moment(), ...created },
  (t) => [primaryKey({ columns: [t.accountId, t.hash] })],
);

/** What a browser has to sign with a passkey, for five minutes and once. */
export const passkeyChallenges = core.table(
  'passkey_challenges',
  {
    id: id(),
    challenge: text().notNull().unique('passkey_challenges_challenge_key'),
    /** Whose session asked; none when it is to sign in. */
    accountId: uuid().references(() => accounts.id, { onDelete: 'cascade' }),
    purpose: text().$type<'register' | 'prove' | 'sign-in'>().notNull(),
    tries: integer().notNull().default(0),
    expiresAt: moment().notNull(),
  },
  (t) => [index('passkey_challenges_expires').on(t.expiresAt)],
);
