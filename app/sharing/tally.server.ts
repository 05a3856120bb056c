import { sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';
import type { ReaderAudience } from '~/lib/audience';

export type SubjectTable = 'people' | 'groups';

/** By what the rows of a list are counted: facet to column. What is empty or false is not counted. */
export const COUNTED: Record<SubjectTable, Record<string, string>> = {
  people: {
    interest: 'interest_ids',
    skill: 'skill_ids',
    learn: 'learn_ids',
    language: 'language_codes',
    role: 'network_roles',
    imported: 'imported',
  },
  groups: { interest: 'interest_ids', standing: 'standing', country: 'country' },
};

/** Every row holds this term, so that the pairs with it say how many rows there are of each other one. */
const TOTAL = 'total ';
const AT_ONCE = 5000;

export type CountedRow = { words: string[] } & Record<string, unknown>;

/** Adds up how rows that came and went change the counts kept of one table for one audience. */
export class Tally {
  readonly #words = new Map<string, number>();
  readonly #numbers = new Map<string, number>();
  readonly #terms: string[] = [];
  readonly #pairs = new Map<number, number>();

  /** @param counts whether rows may be counted by a facet */
  constructor(
    readonly table: SubjectTable,
    readonly counts: (facet: string) => boolean = () => true,
  ) {}

  /** @param by 1 for a row that came, -1 for one that went */
  add(row: CountedRow, by: 1 | -1): void {
    for (const word of row.words) this.#words.set(word, (this.#words.get(word) ?? 0) + by);
    const held = [TOTAL];
    for (const [facet, column] of Object.entries(COUNTED[this.table])) {
      if (!this.counts(facet)) continue;
      const value = row[column];
      if (Array.isArray(value)) for (const key of value) held.push(`${facet} ${key}`);
      else if (value !== null && value !== undefined && value !== false) held.push(`${facet} ${value}`);
    }
    const numbers = held.map((term) => this.#number(term));
    for (const given of numbers) {
      for (const each of numbers) {
        const pair = given * 0x100000 + each;
        this.#pairs.set(pair, (this.#pairs.get(pair) ?? 0) + by);
      }
    }
  }

  #number(term: string): number {
    const known = this.#numbers.get(term);
    if (known !== undefined) return known;
    this.#numbers.set(term, this.#terms.length);
    return this.#terms.push(term) - 1;
  }

  /** Writes what changed in a fixed order, so that two writers meet the same rows in the same order and never block each other in a ring. */
  async write(db: Transaction, audience: ReaderAudience): Promise<void> {
    const words = [...this.#words].filter(([, rows]) => rows !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
    for (const some of portions(words)) await writeWords(db, audience, this.table, some);
    const term = (number: number) => this.#terms[number] as string;
    const pairs = [...this.#pairs]
      .filter(([, rows]) => rows !== 0)
      .map(([pair, rows]): Pair => [term(Math.floor(pair / 0x100000)), term(pair % 0x100000), rows])
      .sort((a, b) => (a[0] === b[0] ? (a[1] < b[1] ? -1 : 1) : a[0] < b[0] ? -1 : 1));
    for (const some of portions(pairs)) await writeCounts(db, audience, this.table, some);
  }
}

type Pair = [given: string, term: string, rows: number];

function* portions<T>(list: T[]): Generator<T[]> {
  for (let at = 0; at < list.length; at += AT_ONCE) yield list.slice(at, at + AT_ONCE);
}

const within = (audience: ReaderAudience, table: 'words' | 'counts') =>
  sql`${sql.identifier(`proj_${audience}`)}.${sql.identifier(table)}`;

/*
 * What nobody holds any more goes by its key. A condition on the number itself would make the planner expect hardly any
 * such row, compare each with each, and take minutes where very many go at once.
 */

async function writeWords(db: Transaction, audience: ReaderAudience, table: SubjectTable, words: [string, number][]) {
  const target = within(audience, 'words');
  const gone = await db.execute<{ word: string }>(sql`
    with written as (
      insert into ${target} as w (subject, word, rows)
      select ${table}, c.word, c.rows
      from jsonb_to_recordset(${JSON.stringify(words.map(([word, rows]) => ({ word, rows })))}::jsonb) as c(word text, rows int)
      on conflict (subject, word) do update set rows = w.rows + excluded.rows
      returning word, rows
    )
    select word from written where rows <= 0`);
  if (gone.length === 0) return;
  await db.execute(
    sql`delete from ${target} where subject = ${table}
      and word in (select jsonb_array_elements_text(${JSON.stringify(gone.map(({ word }) => word))}::jsonb))`,
  );
}

/** "interest 12" as facet and key. */
const parts = (term: string): [facet: string, key: string] => [
  term.slice(0, term.indexOf(' ')),
  term.slice(term.indexOf(' ') + 1),
];

async function writeCounts(db: Transaction, audience: ReaderAudience, table: SubjectTable, pairs: Pair[]) {
  const target = within(audience, 'counts');
  const rows = pairs.map(([given, term, change]) => [...parts(given), ...parts(term), change]);
  const gone = await db.execute<{ key: string[] }>(sql`
    with written as (
      insert into ${target} as k (subject, given_facet, given_key, facet, key, rows)
      select ${table}, r ->> 0, r ->> 1, r ->> 2, r ->> 3, (r ->> 4)::int
      from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) as c(r)
      on conflict (subject, given_facet, given_key, facet, key) do update set rows = k.rows + excluded.rows
      returning given_facet, given_key, facet, key, rows
    )
    select jsonb_build_array(given_facet, given_key, facet, key) as key from written where rows <= 0`);
  if (gone.length === 0) return;
  await db.execute(sql`
    delete from ${target} as k using jsonb_array_elements(${JSON.stringify(gone.map(({ key }) => key))}::jsonb) as c(r)
    where k.subject = ${table} and k.given_facet = r ->> 0 and k.given_key = r ->> 1 and k.facet = r ->> 2
      and k.key = r ->> 3`);
}
