/** Schemas that belong to the hub: a restore empties these and no other. */
export const HUB_SCHEMAS = ['core', 'ref', 'proj_public', 'proj_member', 'proj_weaver', 'proj_steward', 'drizzle'];

/** Schemas whose tables go into a backup unless {@link LEFT_OUT} names them. The others are made anew from these. */
export const KEPT_SCHEMAS = ['core', 'ref'];

/** Every table that goes into a backup, so that a new one has to be decided about. */
export const KEPT: readonly string[] = [
  'core.accounts',
  'core.alerts',
  'core.audit',
  'core.blocks',
  'core.claim_objections',
  'core.claims',
  'core.concern_contacts',
  'core.concern_entries',
  'core.concern_hearers',
  'core.concern_involved',
  'core.concern_outside',
  'core.concern_raisers',
  'core.concerns',
  'core.consents',
  'core.contact_openings',
  'core.delisted_groups',
  'core.departures',
  'core.draft_comments',
  'core.draft_groups',
  'core.duplicate_decisions',
  'core.group_interests',
  'core.group_keys',
  'core.group_links',
  'core.group_signers',
  'core.groups',
  'core.import_rows',
  'core.import_runs',
  'core.imported_people',
  'core.invitation_batches',
  'core.invitations',
  'core.invited_people',
  'core.link_checks',
  'core.mail_trouble',
  'core.newcomers',
  'core.notice_choices',
  'core.notice_letters',
  'core.notice_links',
  'core.notice_settings',
  'core.notice_told',
  'core.objections',
  'core.passkeys',
  'core.path_ticks',
  'core.pauses',
  'core.people',
  'core.person_interests',
  'core.person_languages',
  'core.person_links',
  'core.person_skills',
  'core.policy_asked',
  'core.policy_drafts',
  'core.positions',
  'core.recovery_codes',
  'core.relation_grants',
  'core.reminders',
  'core.removals',
  'core.role_grants',
  'core.sharing_grants',
  'core.signatures',
  'core.statement_drafts',
  'core.subject_keys',
  'core.tombstones',
  'core.topic_proposals',
  'core.totp_secrets',
  'core.vouches',
  'core.welcome_paths',
  'core.welcome_turns',
  'ref.interests',
  'ref.joining',
  'ref.languages',
  'ref.letter_time',
  'ref.network',
  'ref.policies',
  'ref.skills',
  'ref.statements',
  'ref.statistics',
];

/** Tables of those schemas that stay out, and why. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  'core.address_changes': 'of the last days; a link of it must not work again after a restore',
  'core.applications': 'of the last days; a link of it must not work again after a restore',
  'core.draft_links': 'a link that was taken back must not work again after a restore',
  'core.import_file_parts': 'a file that waits for its import is chosen again',
  'core.import_files': 'a file that waits for its import is chosen again',
  'core.invitation_batch_people': 'who was chosen for a batch that was not sent; they are chosen again',
  'core.member_invitations': 'of the last days; one that was declined since must not work again after a restore',
  'core.outbox': 'what waited when the backup was made has long been sent by then, and must not go out twice',
  'core.passkey_challenges': 'of the last minutes',
  'core.rate_limits': 'counters of the last hours',
  'core.relation_rows': 'made anew from what people keep and chose, as the projections are',
  'core.sessions': 'after a restore everyone signs in again',
  'core.set_up_links': 'a link may work once only, and not again after a restore',
  'core.sign_in_requests': 'of the last minutes',
  'core.sign_in_tokens': 'a link may work once only, and not again after a restore',
  'core.webhook_events': 'of the last minutes',
  'ref.dataset': 'says what is loaded into this database',
  'ref.place_alias': 'comes with the software',
  'ref.postal_code': 'comes with the software',
  'ref.revision': 'counts the changes of this database; a restore starts it where no other count of it was',
};

const CHOSEN = {
  town: `select town_id from core.people union select town_id from core.groups`,
  region: `select region_key from core.people union select region_key from core.groups`,
};

/**
 * Of the places only those that someone chose: the rest comes with the software, but a later edition may lack a town
 * that a person lives in.
 */
export const CHOSEN_PLACES: Readonly<Record<string, string>> = {
  'ref.country': `code in (select country from core.people union select country from core.groups
    union select country from ref.place where id in (${CHOSEN.town}))`,
  'ref.region': `key in (${CHOSEN.region} union select region_key from ref.place where id in (${CHOSEN.town}))`,
  'ref.place': `id in (${CHOSEN.town})`,
};
