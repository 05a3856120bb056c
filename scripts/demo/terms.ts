import { interests, skills } from '#db/schema/vocabularies';
import type { Unit } from '~/sharing/command.server';

type Lookup = (slugs: readonly string[]) => number[];

function lookup(rows: { id: number; slug: string }[]): Lookup {
  const ids = new Map(rows.map((row) => [row.slug, row.id]));
  return (slugs) =>
    slugs.map((slug) => {
      const id = ids.get(slug);
      if (id === undefined) throw new Error(`The vocabularies have no term ${slug}.`);
      return id;
    });
}

/** The ids of the network's terms by slug; throws for a slug that is none. */
export async function readTerms({ db }: Unit): Promise<{ interestIds: Lookup; skillIds: Lookup }> {
  return { interestIds: lookup(await db.select().from(interests)), skillIds: lookup(await db.select().from(skills)) };
}
