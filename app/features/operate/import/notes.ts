/** Something the import has to say of a row or of the file. The detail is in the file's own words. */
export interface RowNote {
  code: NoteCode;
  detail?: string;
}

const WORDS = {
  abbreviation_as_name: 'no name: the abbreviation stands in',
  characters_removed: 'characters that cannot be stored were removed',
  claimed: 'skipped: it is a member by now and keeps its own page',
  cut: 'longer than a group page holds, cut off',
  delisted: 'skipped: asked not to be listed',
  duplicate_header: 'column name used more than once',
  edited: 'skipped: it was edited here since the last import',
  email_kept_apart: 'further e-mail addresses, kept in this report only',
  email_unreadable: 'not an e-mail address, kept in this report only',
  empty: 'skipped: the row is empty',
  formula: 'begins like a formula, kept as plain text',
  garbled: 'looks garbled in the file itself',
  identical: 'skipped: every cell is the same as in',
  link_unreadable: 'not a web address, kept in this report only',
  links_left: 'more links than a group page holds, kept in this report only',
  mixed_encoding: 'not UTF-8 like the rest, read as Windows-1252',
  moved: 'longer than the purpose holds, goes on under the activities',
  near_name: 'suspected duplicate, nearly the same name:',
  no_name: 'skipped: no name',
  no_place_found: 'no place found for',
  no_place_given: 'no place given',
  note: 'note in the file, not published',
  only_a_name: 'the file says no more than the name',
  placed_by_area: 'placed by the larger area: no such town found for',
  ragged: 'another number of cells than the header',
  refused: 'skipped: refused',
  same_as: 'skipped: decided to be the same group as',
  same_id: 'skipped: the same ID as',
  same_name: 'suspected duplicate, same name:',
  same_website: 'suspected duplicate, same website:',
  topic_proposed: 'topic new to the network, kept as a proposal',
  unchanged: 'skipped: unchanged',
  version: 'version',
  website_unreadable: 'not a web address, kept in this report only',
  without_id: 'no ID in this row: known by its name and website',
} as const;
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

/** A note in plain English. */
export function noteText({ code, detail }: RowNote): string {
  if (!detail) return WORDS[code];
  if (QUOTED.has(code)) return `${WORDS[code]} "${detail}"`;
  return /:$| as$|like the rest/.test(WORDS[code]) ? `${WORDS[code]} ${detail}` : `${WORDS[code]}: ${detail}`;
}

export const isDuplicateNote = (note: RowNote): boolean => /^(same_name|same_website|near_name)$/.test(note.code);
