import { m } from '~/lib/paraglide/messages.js';

/** Something the import has to say of a row or of the file. The detail is in the file's own words. */
export interface RowNote {
  code: NoteCode;
  detail?: string;
  /** A group of the hub that it speaks of. */
  of?: string;
}

const WORDS = {
  abbreviation_as_name: m.note_abbreviation_as_name,
  characters_removed: m.note_characters_removed,
  claimed: m.note_claimed,
  cut: m.note_cut,
  delisted: m.note_delisted,
  duplicate_header: m.note_duplicate_header,
  edited: m.note_edited,
  email_kept_apart: m.note_email_kept_apart,
  email_unreadable: m.note_email_unreadable,
  empty: m.note_empty,
  formula: m.note_formula,
  garbled: m.note_garbled,
  identical: m.note_identical,
  kept_hidden: m.note_kept_hidden,
  like_here: m.note_like_here,
  link_unreadable: m.note_link_unreadable,
  links_left: m.note_links_left,
  mixed_encoding: m.note_mixed_encoding,
  moved: m.note_moved,
  near_name: m.note_near_name,
  no_name: m.note_no_name,
  no_place_found: m.note_no_place_found,
  no_place_given: m.note_no_place_given,
  note: m.note_note,
  only_a_name: m.note_only_a_name,
  placed_by_area: m.note_placed_by_area,
  ragged: m.note_ragged,
  refused: m.note_refused,
  same_as: m.note_same_as,
  same_id: m.note_same_id,
  same_name: m.note_same_name,
  same_website: m.note_same_website,
  topic_proposed: m.note_topic_proposed,
  unchanged: m.note_unchanged,
  version: m.note_version,
  website_unreadable: m.note_website_unreadable,
  without_id: m.note_without_id,
} satisfies Record<string, () => string>;
export type NoteCode = keyof typeof WORDS;

const QUOTED: ReadonlySet<NoteCode> = new Set([
  'no_place_found',
  'placed_by_area',
  'topic_proposed',
  'website_unreadable',
  'link_unreadable',
  'email_unreadable',
  'garbled',
]);

/** Notes that every reading of the report shows elsewhere or has no use for. */
const SILENT: ReadonlySet<NoteCode> = new Set(['version', 'topic_proposed']);
export const isSpoken = (note: RowNote): boolean => !SILENT.has(note.code);

/** Notes whose words lead straight on to the detail. */
const JOINED: ReadonlySet<NoteCode> = new Set([
  'identical',
  'mixed_encoding',
  'near_name',
  'same_as',
  'same_id',
  'same_name',
  'same_website',
]);

/** A detail that names another row or a group, in the reader's words. */
export const spokenDetail = (detail: string): string =>
  detail
    .replace(/^row (\d+)/, (_, row: string) => m.report_of_row({ row }))
    .replace(/^the group (?=")/, () => `${m.report_of_group()} `);

/** A note in the reader's language; on the console that is English. */
export function noteText({ code, detail }: RowNote): string {
  const words = WORDS[code]();
  if (!detail) return words;
  if (QUOTED.has(code)) return `${words} "${detail}"`;
  return JOINED.has(code) ? `${words} ${spokenDetail(detail)}` : `${words}: ${detail}`;
}

export const isDuplicateNote = ({ code }: RowNote): boolean =>
  /^(?:same_name|same_website|near_name|like_here)$/.test(code);
