import { createHash } from 'node:crypto';
import type { Adapter, DatabaseSession, DatabaseUser } from 'lucia';
import { writerSql } from '#db/writer.server';
import type { Role, Standing } from '~/lib/standing';

export const ABSOLUTE_DAYS = 30;

/** What a session needs to know of its person. */
export interface AccountFacts {
  personId: string;
  standing: Standing;
  roles: Role[];
  name: string;
  handle: string;
  locale: 'en' | 'es' | null;
}

export const sessionHash = (sessionId: string): string => createHash('sha256').update(sessionId).digest('hex');

type Row = AccountFacts & { accountId: string; expiresAt: Date };

/** Sessions in core.sessions. Only the hash of an id is stored: whoever reads the table cannot sign in with it. */
export const sessionAdapter: Adapter = {
  async getSessionAndUser(sessionId): Promise<[DatabaseSession | null, DatabaseUser | null]> {
    const [row] = await writerSql()<Row[]>`
      select s.account_id as "accountId", a.person_id as "personId", a.locale, p.standing, p.handle,
        coalesce(case when p.alias_only then p.alias end, p.name) as name,
        least(s.expires_at, s.created_at + make_interval(days => ${ABSOLUTE_DAYS})) as "expiresAt",
        array(select role from core.role_grants g where g.account_id = a.id) as roles
      from core.sessions s join core.accounts a on a.id = s.account_id join core.people p on p.id = a.person_id
      where s.id = ${sessionHash(sessionId)}`;
    if (!row) return [null, null];
    const { accountId, expiresAt, ...attributes } = row;
    // The id as the cookie has it: a cookie that Lucia renews must not carry the hash.
    return [
      { id: sessionId, userId: accountId, expiresAt, attributes: {} },
      { id: accountId, attributes },
    ];
  },
  async getUserSessions() {
    return [];
  },
  async setSession(session) {
    await writerSql()`insert into core.sessions (id, account_id, expires_at)
      values (${sessionHash(session.id)}, ${session.userId}, ${session.expiresAt})`;
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
