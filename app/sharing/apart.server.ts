import type { Fragment, Sql } from '#db/client.server';
import type { ReaderAudience } from '~/lib/audience';
import { COUNTED } from './tally.server';

type Tagged = (strings: TemplateStringsArray, ...values: unknown[]) => Fragment;

/** What the driver keeps of a query that is not sent yet. */
interface Waiting {
  strings: TemplateStringsArray;
  args: unknown[];
  handler: ((query: Waiting) => void) & { debug?: unknown };
}

/** Parts of the driver that neither read nor write. */
const HARMLESS = new Set<string | symbol>(['array', 'json', 'typed', 'types', 'options']);

/**
 * A pool of one audience as somebody reads it who is kept apart from these people: in every query the tables of the
 * projection stand without them, the kept counts and words corrected by the very rows that are missing. It is put around
 * the query as it is sent, so that no query can do without.
 * @param ids people that the reader and they do not meet
 */
export function keptApart(pool: Sql, audience: ReaderAudience, ids: readonly string[]): Sql {
  const send = (strings: TemplateStringsArray, values: unknown[]): Fragment => {
    const query = pool(strings, ...(values as never[]));
    const waiting = query as unknown as Waiting;
    const { handler } = waiting;
    if (typeof handler !== 'function' || !Array.isArray(waiting.args))
      throw new Error('This version of the database driver cannot keep readers apart.');
    const around = (sent: Waiting) => {
      const asked = pool(strings, ...(values as never[]));
      const whole = within(pool, audience, ids, asked) as unknown as Waiting;
      sent.strings = whole.strings;
      sent.args = whole.args;
      handler(sent);
    };
    waiting.handler = Object.assign(around, { debug: handler.debug });
    return query;
  };
  return new Proxy(pool, {
    apply: (_, __, [first, ...rest]) =>
      Array.isArray(first) && 'raw' in first
        ? send(first as unknown as TemplateStringsArray, rest)
        : (pool as unknown as (...all: unknown[]) => unknown)(first, ...rest),
    get: (target, name) => {
      if (!HARMLESS.has(name)) throw new Error(`A reader who is kept apart cannot use ${String(name)}.`);
      return Reflect.get(target, name);
    },
  });
}

/** A query among tables of the same names that lack these people. Tables it does not name cost it nothing. */
function within(sql: Sql, audience: ReaderAudience, ids: readonly string[], query: Fragment): Fragment {
  const from = (table: string) => sql(`proj_${audience}.${table}`);
  const them = sql`${ids as string[]}::uuid[]`;
  const held = Object.entries(COUNTED.people).reduce(
    (all, [facet, column]) => sql`${all}, (${facet}, to_jsonb(${sql(column)}))`,
    sql`('total', '""'::jsonb)`,
  );
  return (sql as unknown as Tagged)`
    with people as not materialized (select * from ${from('people')} where person_id <> all(${them})),
    positions as not materialized (select * from ${from('positions')} where person_id <> all(${them})),
    signatures as not materialized (
      select * from ${from('signatures')} where not (subject = 'person' and subject_id = any(${them}))),
    gone_people as (select * from ${from('people')} where person_id = any(${them})),
    gone_terms as (
      select person_id, facet, key from gone_people, lateral (values ${held}) as f(facet, held),
        lateral jsonb_array_elements_text(case jsonb_typeof(held) when 'array' then held else jsonb_build_array(held) end) as key
      where held not in ('null', 'false')),
    gone_counts as (
      select g.facet as given_facet, g.key as given_key, t.facet, t.key, count(*)::int as rows
      from gone_terms g join gone_terms t using (person_id) group by 1, 2, 3, 4),
    counts as not materialized (
      select * from (
        select k.subject, k.given_facet, k.given_key, k.facet, k.key, k.rows - coalesce((
          select g.rows from gone_counts g where k.subject = 'people' and (g.given_facet, g.given_key, g.facet, g.key)
            = (k.given_facet, k.given_key, k.facet, k.key)), 0) as rows
        from ${from('counts')} k) as kept where rows > 0),
    words as not materialized (
      select * from (
        select w.subject, w.word, w.rows - (
          select count(*)::int from gone_people g where w.subject = 'people' and w.word = any(g.words)) as rows
        from ${from('words')} w) as kept where rows > 0)
    select * from (${query}) as asked`;
}
