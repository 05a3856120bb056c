import type postgres from 'postgres';

type Part = (sql: postgres.TransactionSql, me: string) => PromiseLike<readonly { row?: unknown }[]>;

/**
 * What the file with someone's own data is made of: read by the role that sees own rows alone. Columns that hold another
 * person, a token or a hash of one are left out.
 */
export const OWN_PARTS: Readonly<Record<string, Part>> = {
  person: (sql, me) => sql`
    select to_jsonb(p) - '{id,demo,version}'::text[] as row from core.people p where p.id = ${me}`,
  account: (sql, me) => sql`
    select jsonb_build_object('email', email, 'locale', locale, 'created_at', created_at) as row
    from core.accounts where person_id = ${me}`,
  interests: (sql, me) => sql`
    select t.labels as row from core.person_interests x join ref.interests t on t.id = x.interest_id
    where x.person_id = ${me} order by t.slug`,
  skills: (sql, me) => sql`
    select t.labels || jsonb_build_object('wants_to_learn', x.wants_to_learn) as row
    from core.person_skills x join ref.skills t on t.id = x.skill_id where x.person_id = ${me} order by t.slug, 1`,
  languages: (sql, me) => sql`
    select to_jsonb(code) as row from core.person_languages where person_id = ${me} order by code`,
  links: (sql, me) => sql`
    select jsonb_build_object('url', url, 'label', label) as row
    from core.person_links where person_id = ${me} order by position`,
  positions: (sql, me) => sql`
    select jsonb_build_object('group_id', group_id, 'title', title, 'leads', leads, 'created_at', created_at) as row
    from core.positions where person_id = ${me} order by created_at, group_id`,
  sharing: (sql, me) => sql`
    select to_jsonb(s) - '{subject,subject_id,given_by}'::text[] as row
    from core.sharing_grants s where subject = 'person' and subject_id = ${me} order by category`,
  signatures: (sql, me) => sql`
    select jsonb_build_object('version', version, 'named', named, 'created_at', created_at) as row
    from core.signatures where person_id = ${me} order by version`,
  claims: (sql, me) => sql`
    select jsonb_build_object('kind', c.kind, 'state', c.state, 'position', c.position, 'evidence', c.evidence,
      'words', c.words, 'created_at', c.created_at) as row
    from core.claims c where asked_by = ${me} and person_id = ${me} order by c.created_at, c.id`,
  welcome: (sql, me) => sql`
    select to_jsonb(n) - '{person_id,weaver_id}'::text[] as row from core.newcomers n where person_id = ${me}`,
  welcome_steps: (sql, me) => sql`
    select to_jsonb(step_id) as row from core.path_ticks where person_id = ${me} order by step_id`,
  notices: (sql) => sql`select to_jsonb(n) - 'account_id' as row from core.notice_settings n`,
  notice_choices: (sql) => sql`select to_jsonb(c) - 'account_id' as row from core.notice_choices c order by topic`,
  mail_trouble: (sql) => sql`select to_jsonb(t) - 'account_id' as row from core.mail_trouble t`,
  yearly_question: (sql, me) => sql`
    select jsonb_build_object('off', r.off, 'last_on', r.last_on) as row from core.reminders r where person_id = ${me}`,
  said_in_confidence: (sql, me) => sql`
    select jsonb_build_object('kind', kind, 'words', words, 'contact', contact, 'created_at', created_at) as row
    from core.concern_entries where said_by = ${me} order by created_at, id`,
  invitations_i_sent: (sql, me) => sql`
    select jsonb_build_object('label', label, 'created_at', created_at, 'expires_at', expires_at) as row
    from core.member_invitations where invited_by = ${me} order by created_at, id`,
};
