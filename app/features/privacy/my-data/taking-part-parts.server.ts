import { type Part, part } from './part';

/** What someone does here with others. */
export const TAKING_PART_PARTS: Readonly<Record<string, Part>> = {
  positions: part(
    'positions.person_id',
    (sql, me) => sql`
      select jsonb_build_object('group_id', group_id, 'title', title, 'leads', leads, 'created_at', created_at) as row
      from core.positions where person_id = ${me} order by created_at, group_id`,
  ),
  signs_for_groups: part(
    'group_signers.person_id',
    (sql, me) => sql`
      select jsonb_build_object('group_id', group_id, 'created_at', created_at) as row
      from core.group_signers where person_id = ${me} order by created_at, group_id`,
  ),
  signatures: part(
    'signatures.person_id',
    (sql, me) => sql`
      select jsonb_build_object('version', version, 'named', named, 'created_at', created_at) as row
      from core.signatures where person_id = ${me} order by version`,
  ),
  draft_comments: part(
    'draft_comments.person_id',
    (sql, me) => sql`
      select jsonb_build_object('words', words, 'answer', answer, 'created_at', created_at) as row
      from core.draft_comments where person_id = ${me} order by created_at, id`,
  ),
  // What somebody else said in asking stays theirs.
  claims: part(
    'claims.person_id claims.asked_by',
    (sql, me) => sql`
      select jsonb_build_object('kind', c.kind, 'state', c.state, 'position', c.position, 'note', c.note,
        'evidence', case when c.asked_by = ${me} then c.evidence end, 'words', case when c.asked_by = ${me} then c.words end,
        'asked_by_me', c.asked_by = ${me}, 'about_me', c.person_id = ${me}, 'created_at', c.created_at) as row
      from core.claims c where ${me} in (c.asked_by, c.person_id) order by c.created_at, c.id`,
  ),
  claim_objections: part(
    'claim_objections.person_id',
    (sql, me) => sql`
      select jsonb_build_object('words', words, 'created_at', created_at) as row
      from core.claim_objections where person_id = ${me} order by created_at, id`,
  ),
  welcome: part(
    'newcomers.person_id',
    (sql, me) => sql`
      select to_jsonb(n) - '{person_id,weaver_id}'::text[] as row from core.newcomers n where person_id = ${me}`,
  ),
  welcome_path: part(
    'welcome_paths.person_id',
    (sql, me) => sql`select to_jsonb(w) - 'person_id' as row from core.welcome_paths w where person_id = ${me}`,
  ),
  welcome_steps: part(
    'path_ticks.person_id',
    (sql, me) => sql`select to_jsonb(step_id) as row from core.path_ticks where person_id = ${me} order by step_id`,
  ),
  welcome_turn: part(
    'welcome_turns.person_id',
    (sql, me) => sql`select to_jsonb(last_at) as row from core.welcome_turns where person_id = ${me}`,
  ),
  people_i_named: part(
    'vouches.newcomer_id',
    (sql, me) => sql`
      select jsonb_build_object('address', shown, 'created_at', created_at) as row
      from core.vouches where newcomer_id = ${me} order by created_at, id`,
  ),
  asked_whether_i_know: part(
    'vouches.person_id',
    (sql, me) => sql`
      select jsonb_build_object('answer', answer, 'answered_at', answered_at, 'created_at', created_at) as row
      from core.vouches where person_id = ${me} order by created_at, id`,
  ),
  invitations_i_sent: part(
    'member_invitations.invited_by',
    (sql, me) => sql`
      select jsonb_build_object('address', label, 'created_at', created_at, 'expires_at', expires_at) as row
      from core.member_invitations where invited_by = ${me} order by created_at, id`,
  ),
  came_by_invitation: part(
    'invited_people.person_id',
    (sql, me) => sql`select to_jsonb(created_at) as row from core.invited_people where person_id = ${me}`,
  ),
  imported_as: part(
    'import_rows.subject_id',
    (sql, me) => sql`
      select jsonb_build_object('name', name, 'number', source_id, 'outcome', outcome, 'notes', notes, 'before', before) as row
      from core.import_rows where subject_id = ${me} order by run_id, line`,
  ),
};
