import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { sql } from 'drizzle-orm';
import { writer, writerSql } from '#db/writer.server';
import { env } from '~/lib/env.server';
import { tellAccount } from '../account-news.server';
import type { SignedIn } from '../viewer';

const CHALLENGE_MINUTES = 5;
const MOST = 20;

const relyingParty = () => ({ id: new URL(env().origin).hostname, origin: env().origin });

type Purpose = 'register' | 'prove' | 'sign-in';

async function keepChallenge(challenge: string, purpose: Purpose, accountId: string | null): Promise<void> {
  const sql = writerSql();
  await sql`delete from core.passkey_challenges where expires_at < now()`;
  await sql`insert into core.passkey_challenges (challenge, purpose, account_id, expires_at)
    values (${challenge}, ${purpose}, ${accountId}, now() + make_interval(mins => ${CHALLENGE_MINUTES}))`;
}

/** Uses up the challenge that a browser signed; each works once, for what and whom it was made. */
const spendChallenge = (purpose: Purpose, accountId: string | null) => async (challenge: string) => {
  const spent = await writerSql()`
    delete from core.passkey_challenges where challenge = ${challenge} and purpose = ${purpose}
      and account_id is not distinct from ${accountId} and expires_at > now() returning 1`;
  return spent.length > 0;
};

interface Known {
  id: string;
  accountId: string;
  publicKey: string;
  counter: string;
  transports: string[] | null;
}

const passkeysOf = (accountId: string) => writerSql()<Known[]>`
  select id, account_id as "accountId", public_key as "publicKey", counter, transports from core.passkeys
  where account_id = ${accountId} order by created_at`;

/** What a browser needs to make a passkey for the viewer. */
export async function newPasskeyOptions(viewer: SignedIn, network: string) {
  const known = await passkeysOf(viewer.accountId);
  const options = await generateRegistrationOptions({
    rpName: network,
    rpID: relyingParty().id,
    userName: viewer.name,
    userID: new Uint8Array(Buffer.from(viewer.accountId)),
    attestationType: 'none',
    excludeCredentials: known.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  });
  await keepChallenge(options.challenge, 'register', viewer.accountId);
  return options;
}

/** Adds the passkey that a browser made; false for one that does not hold, is known, or is one too many. */
export async function addPasskey(viewer: SignedIn, response: RegistrationResponseJSON, name: string): Promise<boolean> {
  const { id: rpID, origin } = relyingParty();
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response,
    expectedChallenge: spendChallenge('register', viewer.accountId),
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: false,
  }).catch(() => ({ verified: false as const, registrationInfo: undefined }));
  if (!verified || !registrationInfo) return false;
  const { credential } = registrationInfo;
  const { accountId } = viewer;
  const publicKey = Buffer.from(credential.publicKey).toString('base64url');
  const transports = JSON.stringify(credential.transports ?? null);
  return writer().transaction(async (tx) => {
    const added = await tx.execute(sql`
      insert into core.passkeys (id, account_id, public_key, counter, transports, name)
      select ${credential.id}, ${accountId}, ${publicKey}, ${credential.counter},
        case when ${transports} = 'null' then null else array(select jsonb_array_elements_text(${transports}::jsonb)) end, ${name}
      where (select count(*) from core.passkeys where account_id = ${accountId}) < ${MOST}
      on conflict (id) do nothing returning 1`);
    if (added.length > 0) await tellAccount(tx, accountId, 'passkey_added');
    return added.length > 0;
  });
}

/** What a browser needs to answer with a passkey: one of an account's, or any that it has for this hub. */
export async function passkeyOptions(accountId: string | null) {
  const known = accountId ? await passkeysOf(accountId) : [];
  const options = await generateAuthenticationOptions({
    rpID: relyingParty().id,
    userVerification: 'preferred',
    allowCredentials: known.map(({ id }) => ({ id })),
  });
  await keepChallenge(options.challenge, accountId ? 'prove' : 'sign-in', accountId);
  return options;
}

/** The account whose passkey answered; null if none did, or another than was asked. */
export async function answeredPasskey(
  response: AuthenticationResponseJSON,
  accountId: string | null,
): Promise<string | null> {
  const sql = writerSql();
  const [known] = await sql<Known[]>`
    select id, account_id as "accountId", public_key as "publicKey", counter, transports from core.passkeys where id = ${response.id}`;
  if (!known || (accountId && known.accountId !== accountId)) return null;
  const { id: rpID, origin } = relyingParty();
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response,
    expectedChallenge: spendChallenge(accountId ? 'prove' : 'sign-in', accountId),
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: false,
    credential: {
      id: known.id,
      publicKey: new Uint8Array(Buffer.from(known.publicKey, 'base64url')),
      counter: Number(known.counter),
    },
  }).catch(() => ({ verified: false as const, authenticationInfo: undefined }));
  if (!verified || !authenticationInfo) return null;
  await sql`update core.passkeys set used_at = now(), counter = ${authenticationInfo.newCounter} where id = ${known.id}`;
  return known.accountId;
}

export const removePasskey = ({ accountId }: SignedIn, id: string): Promise<void> =>
  writer().transaction(async (tx) => {
    const removed = await tx.execute(sql`
      delete from core.passkeys where id = ${id} and account_id = ${accountId} returning 1`);
    if (removed.length > 0) await tellAccount(tx, accountId, 'passkey_removed');
  });
