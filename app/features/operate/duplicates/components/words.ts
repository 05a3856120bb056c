import type { DuplicateChoice } from '#db/schema/imports';
import { m } from '~/lib/paraglide/messages.js';
import type { DropHindrance, MergeHindrance } from '../hindrances.server';
import type { Difference, PairField, Pick } from '../pair-fields';
import type { Because } from '../pairs.server';

const FIELDS: Record<PairField, () => string> = {
  name: () => m.import_field_name(),
  abbreviation: () => m.import_field_abbreviation(),
  purpose: () => m.import_field_purpose(),
  activities: () => m.import_field_activities(),
  website: () => m.import_field_website(),
  links: () => m.import_field_links(),
  topics: () => m.import_field_topics(),
  place: () => m.dup_field_place(),
  email: () => m.import_field_email(),
  streetAddress: () => m.import_field_street_address(),
};
export const fieldWords = (field: PairField): string => FIELDS[field]();

const PICKS: Record<Pick, () => string> = {
  ours: () => m.dup_ours(),
  theirs: () => m.dup_theirs(),
  both: () => m.dup_take_both(),
};
export const pickWords = (pick: Pick): string => PICKS[pick]();

const DIFFERENCES: Partial<Record<Difference, () => string>> = {
  differs: () => m.dup_differs(),
  only_ours: () => m.dup_only_ours(),
  only_theirs: () => m.dup_only_theirs(),
  same: () => m.dup_same(),
};
export const differenceWords = (difference: Difference): string => DIFFERENCES[difference]?.() ?? '';

const REASONS: Record<Because, () => string> = {
  same_name: () => m.dup_same_name(),
  same_website: () => m.dup_same_website(),
  near_name: () => m.dup_near_name(),
};
export const becauseWords = (because: Because): string => REASONS[because]();

const SENTENCES: Record<Because, () => string> = {
  same_name: () => m.dup_because_same_name(),
  same_website: () => m.dup_because_same_website(),
  near_name: () => m.dup_because_near_name(),
};
export const becauseSentence = (because: Because): string => SENTENCES[because]();

const CHOICES: Record<DuplicateChoice, () => string> = {
  kept: () => m.dup_choice_kept(),
  merged: () => m.dup_choice_merged(),
  both: () => m.dup_choice_both(),
};
export const choiceWords = (choice: DuplicateChoice): string => CHOICES[choice]();

const SAID: Record<DuplicateChoice, (line: number) => string> = {
  kept: (line) => m.dup_said_kept({ line }),
  merged: (line) => m.dup_said_merged({ line }),
  both: (line) => m.dup_said_both({ line }),
};
export const saidWords = (choice: DuplicateChoice, line: number): string => SAID[choice](line);

const DROP: Record<DropHindrance, () => string> = {
  member: () => m.dup_no_drop_member(),
  in_use: () => m.dup_no_drop_in_use(),
  leads_here: () => m.dup_no_drop_leads_here(),
};
export const dropWords = (why: DropHindrance): string => DROP[why]();

const MERGE: Record<MergeHindrance, () => string> = {
  member: () => m.dup_no_merge_member(),
  frozen: () => m.dup_no_merge_frozen(),
};
export const mergeWords = (why: MergeHindrance): string => MERGE[why]();
