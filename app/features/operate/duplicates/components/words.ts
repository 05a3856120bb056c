import type { DuplicateChoice } from '#db/schema/imports';
import { m } from '~/lib/paraglide/messages.js';
import { fieldWords as columnWords } from '../../import-pages/components/words';
import type { DropHindrance, MergeHindrance } from '../hindrances.server';
import type { Difference, PairField, Pick } from '../pair-fields';
import type { Because } from '../pairs.server';

/** What a field is called; a place is the whole of what the columns of an import say of it. */
export function fieldWords(field: PairField): string {
  if (field === 'place') return m.dup_field_place();
  return columnWords(field === 'streetAddress' ? 'street_address' : field);
}

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
  like_here: () => m.dup_like_here(),
};
export const becauseWords = (because: Because): string => REASONS[because]();

const SENTENCES: Record<Because, () => string> = {
  same_name: () => m.dup_because_same_name(),
  same_website: () => m.dup_because_same_website(),
  near_name: () => m.dup_because_near_name(),
  like_here: () => m.dup_because_like_here(),
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
