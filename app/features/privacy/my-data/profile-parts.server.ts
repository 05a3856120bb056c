import { type Part, part } from './part';

/** What someone says of themselves, and with whom they share it. */
export const PROFILE_PARTS: Readonly<Record<string, Part>> = {
  person: part(
    'people.id',
    (sql, me) => sql`
      select to_jsonb(p) - '{id,demo,version}'::text[] as row from core.people p where p.id = ${me}`,
  ),
  account: part(
    'accounts.person_id accounts.email',
    (sql, me) => sql`
      select jsonb_build_object('email', email, 'locale', locale, 'created_at', created_at) as row
      from core.accounts where person_id = ${me}`,
  ),
  interests: part(
    'person_interests.person_id',
    (sql, me) => sql`
      select t.labels as row from core.person_interests x join ref.interests t on t.id = x.interest_id
      where x.person_id = ${me} order by t.slug`,
  ),
  skills: part(
    'person_skills.person_id',
    (sql, me) => sql`
      select t.labels || jsonb_build_object('wants_to_learn', x.wants_to_learn) as row
      from core.person_skills x join ref.skills t on t.id = x.skill_id where x.person_id = ${me} order by t.slug, 1`,
  ),
  languages: part(
    'person_languages.person_id',
    (sql, me) => sql`
      select to_jsonb(code) as row from core.person_languages where person_id = ${me} order by code`,
  ),
  links: part(
    'person_links.person_id',
    (sql, me) => sql`
      select jsonb_build_object('url', url, 'label', label) as row
      from core.person_links where person_id = ${me} order by position`,
  ),
  sharing: part(
    'sharing_grants.subject_id',
    (sql, me) => sql`
      select to_jsonb(s) - '{subject,subject_id,given_by}'::text[] as row
      from core.sharing_grants s where subject = 'person' and subject_id = ${me} order by category`,
  ),
  opened_to_relations: part(
    'relation_grants.subject_id',
    (sql, me) => sql`
      select to_jsonb(r) - '{subject,subject_id,given_by}'::text[] as row
      from core.relation_grants r where subject = 'person' and subject_id = ${me} order by category, relation, created_at`,
  ),
  consents: part(
    'consents.subject_key',
    (sql, me) => sql`
      select to_jsonb(c) - '{subject_key,actor_key,previous_hash,hash}'::text[] as row
      from core.consents c join core.subject_keys k on k.key = c.subject_key and k.person_id = ${me} order by c.seq`,
  ),
  asked_about_policy: part(
    'policy_asked.person_id',
    (sql, me) => sql`select to_jsonb(version) as row from core.policy_asked where person_id = ${me}`,
  ),
  objections: part(
    'objections.person_id',
    (sql, me) => sql`
      select jsonb_build_object('purpose', purpose, 'created_at', created_at) as row
      from core.objections where person_id = ${me} order by purpose`,
  ),
  leaving: part(
    'departures.person_id',
    (sql, me) => sql`
      select to_jsonb(d) - 'person_id' as row from core.departures d where person_id = ${me}`,
  ),
  notices: part(
    'notice_settings.account_id',
    (sql) => sql`select to_jsonb(n) - 'account_id' as row from core.notice_settings n`,
  ),
  notice_choices: part(
    'notice_choices.account_id',
    (sql) => sql`select to_jsonb(c) - 'account_id' as row from core.notice_choices c order by topic`,
  ),
  told_in_notices: part(
    'notice_told.account_id',
    (sql) => sql`
      select jsonb_build_object('topic', topic, 'period', period) as row from core.notice_told
      group by topic, period order by period, topic`,
  ),
  letters: part(
    'notice_letters.account_id',
    (sql) => sql`select to_jsonb(l) - 'account_id' as row from core.notice_letters l order by period`,
  ),
  mail_trouble: part(
    'mail_trouble.account_id mail_trouble.email',
    (sql) => sql`select to_jsonb(t) - 'account_id' as row from core.mail_trouble t`,
  ),
  yearly_question: part(
    'reminders.person_id',
    (sql, me) => sql`
      select jsonb_build_object('off', r.off, 'last_on', r.last_on) as row from core.reminders r where person_id = ${me}`,
  ),
};
