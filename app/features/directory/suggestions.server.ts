import type { Viewer } from '~/auth/viewer';
import { m } from '~/lib/paraglide/messages.js';
import { placeValue } from '~/lib/places/match';
import { suggestPlaces } from '~/lib/places.server';
import { fold, words } from '~/lib/text';
import { readAs } from '~/sharing/read.server';
import { directoryAddress } from './query';
import { labelIn, readVocabularies } from './vocabularies.server';

export interface Suggestion {
  label: string;
  /** What it is: a person, a group, an interest, a skill. */
  detail: string;
  href: string;
}

const SHOWN = 8;

/** Names and topics that begin with what is being typed, from what this viewer may see. */
export async function suggest(
  viewer: Viewer,
  subject: 'people' | 'groups',
  text: string,
  locale: string,
): Promise<Suggestion[]> {
  const typed = words(text.slice(0, 100)).slice(0, 5);
  if (typed.length === 0) return [];
  const sql = readAs(viewer);
  const begun = (weight: string) => typed.map((word) => `'${word}':*${weight}`).join(' & ');
  // The index of names tells people apart by itself; that of all words would have to look at everyone who writes so.
  const named =
    subject === 'people'
      ? sql`to_tsvector('simple', sort_name) @@ to_tsquery('simple', ${begun('')})`
      : sql`tsv @@ to_tsquery('simple', ${begun('A')})`;
  const rows = await sql<{ id: string; name: string }[]>`
    select ${sql(subject === 'people' ? 'handle' : 'slug')} as id, name from ${sql(subject)}
    where ${named} order by sort_name, id limit ${SHOWN}`;
  const terms = await readVocabularies(sql);
  const begins = (label: string) => {
    const folded = fold(label);
    return (
      folded.startsWith(typed.join(' ')) ||
      typed.every((word) => folded.split(' ').some((part) => part.startsWith(word)))
    );
  };
  const topics = (kind: 'interest' | 'skill') =>
    (kind === 'interest' ? terms.interests : terms.skills)
      .map((term) => ({ slug: term.slug, label: labelIn(term.labels, locale) }))
      .filter((term) => begins(term.label))
      .slice(0, 3)
      .map(
        (term): Suggestion => ({
          label: term.label,
          detail: kind,
          href: directoryAddress(`/${subject}`, { [kind]: [term.slug] }),
        }),
      );
  const names = rows.map(
    (row): Suggestion => ({
      label: row.name,
      detail: subject === 'people' ? m.directory_suggest_person() : m.directory_suggest_group(),
      href: `/${subject}/${row.id}`,
    }),
  );
  return [...topics('interest'), ...(subject === 'people' ? topics('skill') : []), ...names].slice(0, SHOWN);
}

/** Places that begin with what is being typed; `value` names one exactly, such as "town:2160063". */
export async function suggestPlacesFor(
  viewer: Viewer,
  text: string,
  locale: string,
): Promise<{ label: string; value: string }[]> {
  const found = await suggestPlaces(readAs(viewer), text.slice(0, 100), { limit: SHOWN, locale });
  return found.map((place) => ({ label: place.label, value: placeValue(place) }));
}
