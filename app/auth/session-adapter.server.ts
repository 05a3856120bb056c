import { createHash } from 'node:crypto';
import type { Adapter, DatabaseSession, DatabaseUser } from 'lucia';
import type { Proof } from '#db/schema/accounts';
import { writerSql } from '#db/writer.server';
import type { Role, Standing } from '~/lib/standing';
import { apartOf } from './apart.server';
import { idleSeconds, isStrong } from './proof';
import { hasFactorOfA } from './second-factors/has-factor.server';

export const ABSOLUTE_DAYS = 30;

/** What a session needs to know of its person. */
export interface AccountFacts {
  personId: string;
  standing: Standing;
  /** Those that hold in this session: by e-mail alone none does. */
  roles: Role[];
  /** Those that a stronger proof would wake. */
  asleep: Role[];
  name: string;
  handle: string;
  locale: 'en' | 'es' | null;
  /** People whom they blocked or who blocked them. */
  apart: string[];
  proof: Proof | null;
  provedAt: Date;
  /** Whether a passkey or an authenticator app belongs to the account. */
  hasFactor: boolean;
  /** Whether they asked to leave, and are deleted soon. */
  leaving: boolean;
}

/** What a session is started with. */
export interface SessionFacts {
  proof: Proof;
  device: string | null;
}

export const sessionHash = (sessionId: string): string => createHash('sha256').update(sessionId).digest('hex');

type Row = Omit<AccountFacts, 'roles' | 'asleep'> & {
  accountId: string;
  expiresAt: Date;
  granted: Role[];
  idle: number;
};

/** How often a session's last sign of life is written down, in seconds. */
const TOUCHED_EVERY = 60;
const OVER = new Date(0);

async function readSession(hash: string): Promise<Row | undefined> {
  const [row] = await writerSql()<Row[]>`
    select s.account_id as "accountId", a.person_id as "personId", a.locale, p.standing, p.handle,
      coalesce(case when p.alias_only then p.alias end, p.name) as name,
      least(s.expires_at, s.created_at + make_interval(days => ${ABSOLUTE_DAYS})) as "expiresAt",
      s.proof, s.proved_at as "provedAt", extract(epoch from now() - s.last_seen_at)::int as idle,
      ${hasFactorOfA()} as "hasFactor", ${writerSql().unsafe(apartOf('p.id'))} as apart,
      exists (select from core.departures d where d.person_id = p.id) as leaving,
      array(select role from core.role_grants g where g.account_id = a.id) as granted
    from core.sessions s join core.accounts a on a.id = s.account_id join core.people p on p.id = a.person_id
    where s.id = ${hash}`;
  return row;
}

/** Sessions in core.sessions. Only the hash of an id is stored: whoever reads the table cannot sign in with it. */
export const sessionAdapter: Adapter = {
  async getSessionAndUser(sessionId): Promise<[DatabaseSession | null, DatabaseUser | null]> {
    const hash = sessionHash(sessionId);
    const row = await readSession(hash);
    if (!row) return [null, null];
    const { accountId, expiresAt, granted, idle, ...facts } = row;
    const [roles, asleep] = isStrong(facts.proof) ? [granted, []] : [[], granted];
    const isOver = idle > (idleSeconds(roles) ?? Number.POSITIVE_INFINITY);
    if (idle > TOUCHED_EVERY && !isOver)
      await writerSql()`update core.sessions set last_seen_at = now() where id = ${hash}`;
    // The id as the cookie has it: a cookie that Lucia renews must not carry the hash.
    return [
      { id: sessionId, userId: accountId, expiresAt: isOver ? OVER : expiresAt, attributes: {} },
      { id: accountId, attributes: { ...facts, roles, asleep } },
    ] as [DatabaseSession, DatabaseUser];
  },
  async getUserSessions() {
    return [];
  },
  async setSession(session) {
    const { proof, device } = session.attributes as SessionFacts;
    await writerSql()`insert into core.sessions (id, account_id, expires_at, proof, device)
      values (${sessionHash(session.id)}, ${session.userId}, ${session.expiresAt}, ${proof}, ${device})`;
  },
  async updateSessionExpiration(sessionId, expiresAt) {
    await writerSql()`update core.sessions
      set expires_at = least(${expiresAt}, created_at + make_interval(days => ${ABSOLUTE_DAYS})) where id = ${sessionHash(sessionId)}`;
  },
  async deleteSession(sessionId) {
    await writerSql()`delete from core.sessions where id = ${sessionHash(sessionId)}`;
  },
  async deleteUserSessions(accountId) {
    await writerSql()`delete from core.sessions where account_id = ${accountId}`;
  },
  async deleteExpiredSessions() {
    await writerSql()`delete from core.sessions
      where expires_at < now() or created_at < now() - make_interval(days => ${ABSOLUTE_DAYS})`;
  },
};
