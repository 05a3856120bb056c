import { sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';

const numbered = (slug: string, number: number) => (number === 1 ? slug : `${slug}-${number}`);

/** How many more numbers are looked at in each round than in the one before. */
const WIDER = 8;

/**
 * A free slug for each wanted one, in order: itself, or with the next free number. Whoever wants one of them at the same
 * time waits until this transaction ends.
 */
export async function freeSlugs(db: Transaction, wanted: readonly string[]): Promise<string[]> {
  const needed = new Map<string, number>();
  for (const slug of wanted) needed.set(slug, (needed.get(slug) ?? 0) + 1);
  await db.execute(sql`
    select pg_advisory_xact_lock(hashtext('group slug ' || w)) from ${list([...needed.keys()].sort())} w`);
  const free = new Map<string, string[]>([...needed.keys()].map((slug) => [slug, []]));
  const lacking = () => [...needed].filter(([slug, count]) => (free.get(slug)?.length ?? 0) < count);
  for (let first = 1, size = 1; lacking().length > 0; first += size, size *= WIDER) {
    const candidates = lacking().flatMap(([slug]) =>
      Array.from({ length: size }, (_, at) => ({ slug, candidate: numbered(slug, first + at) })),
    );
    const rows = await db.execute<{ slug: string }>(
      sql`select slug from core.groups where slug in (select * from ${list(candidates.map(({ candidate }) => candidate))})`,
    );
    const taken = new Set(rows.map((row) => row.slug));
    for (const { slug, candidate } of candidates) if (!taken.has(candidate)) free.get(slug)?.push(candidate);
  }
  return wanted.map((slug) => free.get(slug)?.shift() ?? slug);
}

const list = (texts: readonly string[]) => sql`jsonb_array_elements_text(${JSON.stringify(texts)}::jsonb)`;
