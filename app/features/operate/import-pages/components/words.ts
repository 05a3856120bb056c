import { m } from '~/lib/paraglide/messages.js';
import type { Field } from '../../import/columns';
import type { RowNote } from '../../import/notes';
import type { KeptReason } from '../../import/undo.server';
import type { RunState } from '../run-page.server';

const FIELDS: Record<Field, () => string> = {
  id: () => m.import_field_id(),
  name: () => m.import_field_name(),
  abbreviation: () => m.import_field_abbreviation(),
  purpose: () => m.import_field_purpose(),
  activities: () => m.import_field_activities(),
  website: () => m.import_field_website(),
  links: () => m.import_field_links(),
  city: () => m.import_field_city(),
  region: () => m.import_field_region(),
  postal_code: () => m.import_field_postal_code(),
  country: () => m.import_field_country(),
  place: () => m.import_field_place(),
  street_address: () => m.import_field_street_address(),
  email: () => m.import_field_email(),
  topics: () => m.import_field_topics(),
  scope: () => m.import_field_scope(),
  notes: () => m.import_field_notes(),
  ignore: () => m.import_field_ignore(),
};
export const fieldWords = (field: Field): string => FIELDS[field]();

const REASONS: Partial<Record<RowNote['code'], () => string>> = {
  empty: () => m.import_reason_empty(),
  no_name: () => m.import_reason_no_name(),
  identical: () => m.import_reason_identical(),
  same_id: () => m.import_reason_same_id(),
  same_as: () => m.import_reason_same_as(),
  refused: () => m.import_reason_refused(),
  unchanged: () => m.import_reason_unchanged(),
  claimed: () => m.import_reason_claimed(),
  edited: () => m.import_reason_edited(),
  delisted: () => m.import_reason_delisted(),
  like_here: () => m.import_reason_like_here(),
};
export const reasonWords = (code: RowNote['code']): string => (REASONS[code] ?? m.import_reason_other)();

const STATES: Record<RunState, () => string> = {
  running: () => m.import_state_running(),
  stopped: () => m.import_state_stopped(),
  finished: () => m.import_state_finished(),
  undoing: () => m.import_state_undoing(),
  undone: () => m.import_state_undone(),
};
export const stateWords = (state: RunState): string => STATES[state]();

const KEPT: Record<KeptReason, () => string> = {
  claimed: () => m.import_kept_claimed(),
  edited: () => m.import_kept_edited(),
  in_use: () => m.import_kept_in_use(),
  gone: () => m.import_kept_gone(),
  stays: () => m.import_kept_stays(),
};
export const keptWords = (why: KeptReason): string => KEPT[why]();
