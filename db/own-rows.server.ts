const ME = "nullif(current_setting('hub.person_id', true), '')::uuid";
const GROUPS_I_LEAD = `(select p.group_id from core.positions p where p.person_id = ${ME} and p.leads)`;
const GROUPS_I_SIGN_FOR = `(select s.group_id from core.group_signers s where s.person_id = ${ME})`;

const GROUPS_KEYS = `select k.key from core.group_keys k where k.group_id in ${GROUPS_I_LEAD}`;
const MY_KEY = `(select k.key::text from core.subject_keys k where k.person_id = ${ME})`;
const MY_ACCOUNT = `account_id in (select a.id from core.accounts a where a.person_id = ${ME})`;

/**
 * What the writer made for people in a relation with a person: a member reads it who is in the group that it was made
 * for, and nobody's who is kept apart from them.
 */
const SHOWN_TO_ME = `person_id <> ${ME} and relation = 'same_group'
  and group_id in (select p.group_id from core.positions p where p.person_id = ${ME})
  and exists (select from core.people m where m.id = ${ME} and m.standing = 'member')
  and not exists (select from core.blocks b where (b.person_id = ${ME} and b.blocked_id = relation_rows.person_id)
    or (b.blocked_id = ${ME} and b.person_id = relation_rows.person_id))`;

/**
 * Which rows of a table of `core` the `self` role reads: a person's own, those of groups they lead, and
 * what others in a relation with them opened to it.
 * A table that is not named here cannot be read by it at all.
 */
export const OWN_ROWS: ReadonlyMap<string, string> = new Map([
  ['people', `id = ${ME}`],
  ['person_interests', `person_id = ${ME}`],
  ['person_skills', `person_id = ${ME}`],
  ['person_languages', `person_id = ${ME}`],
  ['person_links', `person_id = ${ME}`],
  ['positions', `person_id = ${ME}`],
  ['accounts', `person_id = ${ME}`],
  [
    'sharing_grants',
    `(subject = 'person' and subject_id = ${ME}) or (subject = 'group' and subject_id in ${GROUPS_I_LEAD})`,
  ],
  [
    'relation_grants',
    `(subject = 'person' and subject_id = ${ME}) or (subject = 'group' and subject_id in ${GROUPS_I_LEAD})`,
  ],
  ['relation_rows', SHOWN_TO_ME],
  ['subject_keys', `person_id = ${ME}`],
  ['group_keys', `group_id in ${GROUPS_I_LEAD}`],
  [
    'consents',
    `subject_key in (select k.key from core.subject_keys k where k.person_id = ${ME} union all ${GROUPS_KEYS})`,
  ],
  ['policy_asked', `person_id = ${ME}`],
  ['groups', `id in ${GROUPS_I_LEAD}`],
  ['group_interests', `group_id in ${GROUPS_I_LEAD}`],
  ['group_links', `group_id in ${GROUPS_I_LEAD}`],
  ['member_invitations', `invited_by = ${ME}`],
  ['reminders', `person_id = ${ME}`],
  ['group_signers', `person_id = ${ME} or group_id in ${GROUPS_I_LEAD}`],
  ['signatures', `person_id = ${ME} or group_id in ${GROUPS_I_LEAD} or group_id in ${GROUPS_I_SIGN_FOR}`],
  ['notice_settings', MY_ACCOUNT],
  ['notice_choices', MY_ACCOUNT],
  ['mail_trouble', MY_ACCOUNT],
  ['claims', `person_id = ${ME} or asked_by = ${ME}`],
  ['newcomers', `person_id = ${ME}`],
  ['welcome_paths', `person_id = ${ME}`],
  ['path_ticks', `person_id = ${ME}`],
  ['concern_entries', `said_by = ${ME}`],
  ['departures', `person_id = ${ME}`],
  ['objections', `person_id = ${ME}`],
  ['blocks', `person_id = ${ME} or blocked_id = ${ME}`],
  [
    'contact_openings',
    `person_key in (select k.key from core.subject_keys k where k.person_id = ${ME}) or group_id in ${GROUPS_I_LEAD}`,
  ],
  ['audit', `actor_key in ${MY_KEY} or subject_key in ${MY_KEY}`],
  ['notice_letters', MY_ACCOUNT],
  ['notice_told', MY_ACCOUNT],
  ['draft_comments', `person_id = ${ME}`],
  ['claim_objections', `person_id = ${ME}`],
  ['welcome_turns', `person_id = ${ME}`],
  ['vouches', `newcomer_id = ${ME} or person_id = ${ME}`],
  ['invited_people', `person_id = ${ME}`],
  ['import_rows', `subject_id = ${ME}`],
  ['concern_raisers', `person_id = ${ME}`],
  [
    'concerns',
    `id in (select r.concern_id from core.concern_raisers r where r.person_id = ${ME}) or (about_id = ${ME} and told_at is not null)`,
  ],
  ['concern_contacts', `person_id = ${ME}`],
  ['concern_hearers', `person_id = ${ME}`],
  // A wish for a pause that no second steward shared is none of theirs to know.
  ['pauses', `person_id = ${ME} and begun_at is not null`],
]);
