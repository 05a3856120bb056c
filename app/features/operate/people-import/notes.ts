import { m } from '~/lib/paraglide/messages.js';

const TEXTS = {
  /** One and the same for every address that has an account, is imported already, or asked not to be here. */
  known: m.people_import_known,
  empty: m.people_import_empty,
  no_name: m.people_import_no_name,
  no_email: m.people_import_no_email,
  email_unreadable: m.people_import_email_unreadable,
  same_address: m.people_import_same_address,
  refused: m.people_import_refused,
  more_emails: m.people_import_more_emails,
  group_unknown: m.people_import_group_unknown,
  topic_unknown: m.people_import_topic_unknown,
  language_unknown: m.people_import_language_unknown,
  place_unknown: m.people_import_place_unknown,
  cut: m.people_import_cut,
  ragged: m.people_import_ragged,
} satisfies Record<string, (inputs: { what: string }) => string>;

export type PersonNoteCode = keyof typeof TEXTS;

/** Something to say of a row; `detail` is in the file's own words and is shown once, never stored. */
export interface PersonNote {
  code: PersonNoteCode;
  detail?: string;
}

/** A note in the reader's language. */
export const personNoteText = ({ code, detail = '' }: PersonNote): string => TEXTS[code]({ what: detail });
