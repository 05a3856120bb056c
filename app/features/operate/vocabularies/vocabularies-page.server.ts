import { sql } from 'drizzle-orm';
import type { SignedIn } from '~/auth/viewer';
import { labelIn } from '~/features/directory/labels';
import { notFound } from '~/lib/errors';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { command } from '~/sharing/command.server';
import { readAs } from '~/sharing/read.server';
import type { Kind } from './change-terms.server';

const MOST_PROPOSALS = 100;

export interface TermLine {
  id: number;
  labels: { en: string; es?: string };
  retired: boolean;
  /** People and groups with it that this operator may see. */
  people: number;
  groups: number;
}

async function readTerms(viewer: SignedIn, kind: Kind): Promise<TermLine[]> {
  const read = readAs(viewer);
  return [
    ...(kind === 'interest'
      ? await read<TermLine[]>`
          select id, labels, retired, (select count(*)::int from people where interest_ids @> array[t.id]) as people,
            (select count(*)::int from groups where interest_ids @> array[t.id]) as groups
          from ref.interests t where merged_into is null order by labels ->> 'en'`
      : await read<TermLine[]>`
          select id, labels, retired, (select count(*)::int from people where skill_ids @> array[t.id]) as people, 0 as groups
          from ref.skills t where merged_into is null order by labels ->> 'en'`),
  ];
}

/** The vocabularies with how often each word is used, and the words that imports brought. */
export async function vocabulariesPage(viewer: SignedIn, locale: Locale) {
  const [interests, skills, proposals] = await Promise.all([
    readTerms(viewer, 'interest'),
    readTerms(viewer, 'skill'),
    command(({ db }) =>
      db.execute<{ folded: string; label: string; groups: number }>(sql`
        select folded, min(label) as label, count(distinct group_id)::int as groups from core.topic_proposals
        where kind = 'interest' group by folded order by 3 desc, 1 limit ${MOST_PROPOSALS}`),
    ),
  ]);
  const lines = (terms: TermLine[]) => terms.map((term) => ({ ...term, label: labelIn(term.labels, locale) }));
  return {
    interests: lines(interests),
    skills: lines(skills),
    proposals: proposals.map(({ folded, label, groups }) => ({ folded, label, groups })),
  };
}
export type VocabulariesPage = Awaited<ReturnType<typeof vocabulariesPage>>;

/** One term with the others it could become one with. @throws DomainError `not_found` */
export async function termPage(viewer: SignedIn, kind: string, id: string, locale: Locale) {
  if (kind !== 'interest' && kind !== 'skill') throw notFound();
  const terms = await readTerms(viewer, kind);
  const term = terms.find((each) => String(each.id) === id);
  if (!term) throw notFound();
  const others = terms.filter((each) => each !== term);
  return {
    kind: kind as Kind,
    term: { ...term, label: labelIn(term.labels, locale) },
    others: others.map((each) => ({ value: String(each.id), label: labelIn(each.labels, locale) })),
  };
}
export type TermPage = Awaited<ReturnType<typeof termPage>>;
