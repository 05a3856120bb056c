import { eq, sql } from 'drizzle-orm';
import { applications, newcomers, welcomePaths } from '#db/schema/welcoming';
import { VISITOR } from '~/auth/viewer';
import { forgetInvitationsOf } from '~/features/inviting/forget.server';
import { forgetImported, holdAddresses } from '~/features/joining/imported.server';
import { createAccount, createPerson } from '~/features/profile/profile-commands.server';
import { linkHash } from '~/lib/one-time-links.server';
import { command, type Unit } from '~/sharing/command.server';
import { joinCodeHash } from './application-tokens.server';
import { assignInTurn } from './assign.server';

const MOST_WRONG_CODES = 5;

type Row = typeof applications.$inferSelect;

/**
 * What a link of joining is worth: `elsewhere` is good in the browser that asked; `spent` ran out, and its address can be
 * sent a new one; a link that was used is `unknown`, because what was typed is no longer kept.
 */
export type JoinLinkState = 'good' | 'elsewhere' | 'spent' | 'unknown';

export interface JoinLink {
  state: JoinLinkState;
  /** Of a good link: what its account will be called, and the group that asks with it. */
  name: string | null;
  group: string | null;
}

async function byToken({ db }: Unit, token: string): Promise<Row | null> {
  const hash = linkHash(token);
  if (!hash) return null;
  const [row] = await db.select().from(applications).where(eq(applications.tokenHash, hash)).for('update');
  return row ?? null;
}

function stateOf(row: Row | null, browserHash: string | null): JoinLinkState {
  if (!row) return 'unknown';
  if (!row.expiresAt || row.expiresAt.getTime() <= Date.now()) return 'spent';
  return row.browserHash === null || row.browserHash === browserHash ? 'good' : 'elsewhere';
}

/** What a link shows to whoever has it. Reading changes nothing. @param browserHash what `askingBrowser` gives */
export const joinLinkPage = (token: string, browserHash: string | null): Promise<JoinLink> =>
  command(async (unit) => {
    const row = await byToken(unit, token);
    const state = stateOf(row, browserHash);
    return state === 'good' && row
      ? { state, name: row.name, group: row.groupName }
      : { state, name: null, group: null };
  });

/** `known`: the address got an account another way by now, and signs in. */
export type Joined = { kind: 'joined'; accountId: string } | { kind: 'known' | 'spent' };

/** Uses a link up: makes the account of a newcomer, of whom nothing is visible. Of two at once one makes it. */
export const joinByLink = (token: string, browserHash: string | null): Promise<Joined> =>
  command(async (unit) => {
    const row = await byToken(unit, token);
    return row && stateOf(row, browserHash) === 'good' ? join(unit, row) : { kind: 'spent' };
  });

/** The same by the code of the mail, in the browser that asked. Wrong codes are counted where those of sign-in are. */
export const joinByCode = (code: string, browserHash: string): Promise<Joined> =>
  command(async (unit) => {
    const [row] = await unit.db.execute<{ id: string }>(sql`
      select p.id from core.applications p join core.sign_in_requests r on r.id = p.request_id
      where p.browser_hash = ${browserHash} and p.code_hash = ${joinCodeHash(code)} and p.expires_at > now()
        and r.wrong_codes < ${MOST_WRONG_CODES} limit 1`);
    if (!row) return { kind: 'spent' };
    const [whole] = await unit.db.select().from(applications).where(eq(applications.id, row.id)).for('update');
    return whole ? join(unit, whole) : { kind: 'spent' };
  });

async function join(unit: Unit, row: Row): Promise<Joined> {
  const { db } = unit;
  const { email, locale, name, kind, groupName, groupAbout, groupWebsite, why, toldBy } = row;
  await holdAddresses(unit);
  const [known] = await db.execute(sql`select 1 from core.accounts where email = ${email}`);
  await db.delete(applications).where(eq(applications.email, email));
  if (known) return { kind: 'known' };
  await forgetInvitationsOf(unit, email);
  await forgetImported(unit, email);
  const { id: personId } = await createPerson(VISITOR, unit, { name }, { standing: 'newcomer' });
  const accountId = await createAccount(VISITOR, unit, { personId, email, locale });
  await db.insert(newcomers).values({ personId, kind, groupName, groupAbout, groupWebsite, why, toldBy });
  await db.insert(welcomePaths).values({ personId });
  await assignInTurn(unit, personId);
  return { kind: 'joined', accountId };
}
