import type { Sql } from '#db/client.server';
import { levenshtein, words } from '~/lib/text';

export interface TextMatch {
  /** For to_tsquery('simple', …); null if the text holds no word at all. */
  tsquery: string | null;
  /** What was searched instead, if a word was misspelt. */
  corrected: string | null;
  /** Rows that fit for certain, from the kept counts of words; 0 where more than one word was typed. */
  atLeast: number;
}

const LAST_LETTER = '\u{10ffff}';
const MAX_TERMS = 10;
const MAX_CORRECTIONS = 4;
const slips = (word: string) => (word.length < 4 ? 0 : word.length < 6 ? 1 : 2);

/**
 * Turns what was typed into a query: every word has to begin one of the row's words. A word that begins none is compared
 * with the words of this audience's rows, and the nearest stand in for it.
 */
export async function matchText(sql: Sql, subject: 'people' | 'groups', text: string): Promise<TextMatch> {
  const typed = words(text).slice(0, MAX_TERMS);
  if (typed.length === 0) return { tsquery: null, corrected: null, atLeast: 0 };
  const known = await knownWords(sql, subject, typed);
  const terms: string[] = [];
  const shown: string[] = [];
  for (const word of typed) {
    const near = known.has(word) ? [] : await nearWords(sql, subject, word);
    terms.push(near.length > 0 ? `(${near.map((each) => `'${each}'`).join(' | ')})` : `'${word}':*`);
    shown.push(near[0] ?? word);
  }
  const corrected = shown.join(' ');
  const atLeast = typed.length === 1 ? (known.get(typed[0] ?? '') ?? 0) : 0;
  return { tsquery: terms.join(' & '), corrected: corrected === typed.join(' ') ? null : corrected, atLeast };
}

/** Of the typed words those that begin a word of some row, with how many rows hold the most frequent of these. */
async function knownWords(sql: Sql, subject: string, typed: string[]): Promise<Map<string, number>> {
  const rows = await sql<{ word: string; rows: number }[]>`
    select t.word, max(w.rows)::int as rows from unnest(${typed}::text[]) as t(word)
    join words w on w.subject = ${subject} and w.word ~>=~ t.word and w.word ~<~ (t.word || ${LAST_LETTER})
    group by t.word`;
  return new Map(rows.map(({ word, rows: held }) => [word, held]));
}

/** Words within one or two slips, nearest first and then the most frequent; a swap of neighbours counts as near. */
async function nearWords(sql: Sql, subject: string, word: string): Promise<string[]> {
  const allowed = slips(word);
  if (allowed === 0) return [];
  const rows = await sql<{ word: string; rows: number }[]>`
    select word, rows from words where subject = ${subject} and word % ${word}
    order by similarity(word, ${word}) desc, rows desc, word limit 40`;
  return rows
    .map((row) => ({ ...row, distance: levenshtein(row.word, word, allowed) }))
    .filter((row) => row.distance <= allowed)
    .sort((a, b) => a.distance - b.distance || b.rows - a.rows || (a.word < b.word ? -1 : 1))
    .slice(0, MAX_CORRECTIONS)
    .map((row) => row.word);
}
