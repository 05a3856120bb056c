import { interests, languages, skills } from '#db/schema/vocabularies';
import { slugify } from '~/lib/slug';
import { command } from '~/sharing/command.server';

const asTerm = (en: string) => ({ slug: slugify(en), labels: { en } });

/** Writes vocabulary terms and gives their ids in the order named. */
export function makeTerms(terms: { interests?: string[]; skills?: string[] }) {
  return command(async ({ db }) => {
    const write = async (table: typeof interests | typeof skills, labels: string[] = []) => {
      if (labels.length === 0) return [];
      return (await db.insert(table).values(labels.map(asTerm)).returning({ id: table.id })).map((row) => row.id) as [
        number,
        number,
        ...number[],
      ];
    };
    const made = { interests: await write(interests, terms.interests), skills: await write(skills, terms.skills) };
    await db
      .insert(languages)
      .values([
        { code: 'en', name: 'English' },
        { code: 'fr', name: 'Français' },
        { code: 'es', name: 'Español' },
      ])
      .onConflictDoNothing();
    return made as { interests: [number, number]; skills: [number, number] };
  });
}
