import { type Part, part } from './part';

/** What was said in confidence, and what was written down about the use of power. */
export const CONFIDENCE_PARTS: Readonly<Record<string, Part>> = {
  concerns_i_raised: part(
    'concern_raisers.person_id concern_raisers.contact',
    (sql, me) => sql`
      select jsonb_build_object('state', c.state, 'appeal', c.appeal, 'about', c.about, 'contact', r.contact,
        'may_name', c.may_name, 'created_at', c.created_at) as row
      from core.concern_raisers r join core.concerns c on c.id = r.concern_id
      where r.person_id = ${me} order by c.created_at, c.id`,
  ),
  concerns_about_me: part(
    'concerns.about_id',
    (sql, me) => sql`
      select jsonb_build_object('state', state, 'appeal', appeal, 'told_at', told_at) as row
      from core.concerns where about_id = ${me} and told_at is not null order by told_at, id`,
  ),
  said_in_confidence: part(
    'concern_entries.said_by concern_entries.contact',
    (sql, me) => sql`
      select jsonb_build_object('kind', kind, 'words', words, 'contact', contact, 'created_at', created_at) as row
      from core.concern_entries where said_by = ${me} order by created_at, id`,
  ),
  takes_concerns: part(
    'concern_contacts.person_id',
    (sql, me) => sql`select to_jsonb(c) - 'person_id' as row from core.concern_contacts c where person_id = ${me}`,
  ),
  hears_concerns: part(
    'concern_hearers.person_id',
    (sql, me) => sql`
      select jsonb_build_object('round', round, 'created_at', created_at) as row
      from core.concern_hearers where person_id = ${me} order by created_at`,
  ),
  blocks: part(
    'blocks.person_id',
    (sql, me) => sql`
      select jsonb_build_object('created_at', created_at) as row from core.blocks where person_id = ${me} order by created_at`,
  ),
  who_opened_my_contact: part(
    'contact_openings.person_key',
    (sql, me) => sql`
      select jsonb_build_object('category', o.category, 'how', o.how, 'opener_role', o.opener_role, 'opened_at', o.opened_at) as row
      from core.contact_openings o join core.subject_keys k on k.key = o.person_key and k.person_id = ${me}
      order by o.opened_at, o.id`,
  ),
  pause: part(
    'pauses.person_id',
    (sql, me) => sql`
      select jsonb_build_object('kind', kind, 'reason', reason, 'objection', objection, 'begun_at', begun_at, 'ends_at', ends_at) as row
      from core.pauses where person_id = ${me} and begun_at is not null`,
  ),
  written_down: part(
    'audit.actor_key audit.subject_key',
    (sql, me) => sql`
      select jsonb_build_object('at', a.at, 'action', a.action, 'by_me', k.key::text = a.actor_key, 'detail', a.detail) as row
      from core.audit a join core.subject_keys k on k.person_id = ${me} and k.key::text in (a.actor_key, a.subject_key)
      order by a.seq`,
  ),
};
