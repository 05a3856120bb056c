import { z } from 'zod';
import { PROFILE_LIMITS } from '~/features/profile/profile.schema';
import { cutText, saysNothing, splitValues } from '../import/cells';
import type { Said } from '../import/draft.server';
import type { CsvRow } from '../import/read-csv.server';
import type { Column } from '../import/table.server';
import type { PersonField } from './fields';
import type { PersonNote } from './notes';

/** A row understood as far as that needs neither the database nor other rows. */
export interface PersonDraft {
  row: number;
  sourceId: string | null;
  name: string;
  /** Lower case. */
  email: string;
  pronouns: string | null;
  phone: string | null;
  headline: string | null;
  groups: string[];
  positions: string[];
  topics: string[];
  languages: string[];
  place: Said[];
  scope: Said[];
  cells: { city: string; region: string; postalCode: string; country: string };
  notes: PersonNote[];
  /** Why nothing can be made of it. */
  skip?: PersonNote;
}

const MOST_VALUES = 30;
const address = z.email().max(PROFILE_LIMITS.contact);

/** Reads a row by the columns' fields. */
export function draftPerson(
  { row, cells, notes: before }: CsvRow,
  columns: readonly Column<PersonField>[],
): PersonDraft {
  const said = new Map<PersonField, Said[]>();
  for (const [at, { name: column, field }] of columns.entries()) {
    const text = cells[at] ?? '';
    if (field && field !== 'ignore' && !saysNothing(text))
      said.set(field, [...(said.get(field) ?? []), { column, text }]);
  }
  const all = (field: PersonField) => said.get(field) ?? [];
  const one = (field: PersonField) => all(field)[0]?.text.replace(/\s+/g, ' ') ?? '';
  const many = (field: PersonField) =>
    all(field)
      .flatMap(({ text }) => splitValues(text))
      .slice(0, MOST_VALUES);
  const notes: PersonNote[] = before.some(({ code }) => code === 'ragged') ? [{ code: 'ragged' }] : [];
  const cut = (field: PersonField, text: string, max: number) => {
    if (text.length > max) notes.push({ code: 'cut', detail: all(field)[0]?.column });
    return cutText(text, max) || null;
  };
  const name = one('name') || [one('given_name'), one('family_name')].filter(Boolean).join(' ');
  const emails = readEmails(all('email'));
  if (emails.good.length > 1) notes.push({ code: 'more_emails', detail: String(emails.good.length - 1) });
  const skip = cells.some(Boolean) ? reasonToSkip(name, emails) : ({ code: 'empty' } as const);
  return {
    row,
    sourceId: one('id') || null,
    name: cut('name', name, PROFILE_LIMITS.name) ?? '',
    email: emails.good[0] ?? '',
    pronouns: cut('pronouns', one('pronouns'), PROFILE_LIMITS.pronouns),
    phone: cut('phone', one('phone'), PROFILE_LIMITS.phone),
    headline: cut('headline', one('headline'), PROFILE_LIMITS.headline),
    groups: many('group'),
    positions: many('position'),
    topics: many('topics'),
    languages: many('languages'),
    place: all('place'),
    scope: [],
    cells: { city: one('city'), region: one('region'), postalCode: one('postal_code'), country: one('country') },
    notes,
    ...(skip && { skip }),
  };
}

function readEmails(said: readonly Said[]): { good: string[]; bad: string[] } {
  const values = said
    .flatMap(({ text }) => splitValues(text))
    .flatMap((value) => value.split(/\s+/))
    .map((value) => value.replace(/^(?:mailto:)?<?|[>.,;]+$/gi, '').toLowerCase())
    .filter(Boolean);
  const good = values.filter((value) => address.safeParse(value).success);
  return { good: [...new Set(good)], bad: values.filter((value) => !good.includes(value)) };
}

function reasonToSkip(name: string, { good, bad }: { good: string[]; bad: string[] }): PersonNote | null {
  if (good.length === 0)
    return bad.length > 0 ? { code: 'email_unreadable', detail: bad.join(' ') } : { code: 'no_email' };
  return name ? null : { code: 'no_name' };
}
