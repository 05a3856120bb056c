import type { Sql } from '#db/client.server';
import { VISITOR, type Viewer } from '~/auth/viewer';
import { readVocabularies } from '~/features/directory/vocabularies.server';
import type { GroupStanding } from '~/lib/standing';
import { readAs } from '~/sharing/read.server';

const PAGE = 500;

/** A group as its reader may see it, with the words its ids stand for in English. */
export interface ExportedGroup {
  slug: string;
  name: string;
  standing: GroupStanding;
  abbreviation: string | null;
  purpose: string | null;
  activities: string | null;
  website: string | null;
  links: { url: string; label: string | null }[];
  topics: { slug: string; label: string }[];
  town: string | null;
  region: string | null;
  country: string | null;
  place: string | null;
  streetAddress: string | null;
  email: string | null;
  listedOn: string | null;
  confirmed: string | null;
  /** The fixed point of its town; null for a group that names none. */
  point: { lat: number; lng: number } | null;
  /** People whose place in the group everyone may see. */
  people: number;
}

interface Row extends Omit<ExportedGroup, 'topics' | 'point' | 'people' | 'links'> {
  links: ExportedGroup['links'] | null;
  ids: number[] | null;
  lat: number | null;
  lng: number | null;
}

const readPage = (sql: Sql, where: { after: string } | { slug: string }) => sql<Row[]>`
  select g.slug, g.name, g.standing, g.abbreviation, g.purpose, g.activities, g.website, g.links, g.interest_ids as ids,
    t.name as town, r.name as region, c.name as country, g.place_text as place, g.street_address as "streetAddress",
    g.email, g.listed_on::text as "listedOn", left(g.last_confirmed_month::text, 7) as confirmed,
    case when g.town_id is not null then g.geo[1] end as lat, case when g.town_id is not null then g.geo[0] end as lng
  from groups g left join ref.place t on t.id = g.town_id left join ref.region r on r.key = g.region_key
    left join ref.country c on c.code = g.country
  where ${'slug' in where ? sql`g.slug = ${where.slug}` : sql`g.slug > ${where.after}`} order by g.slug limit ${PAGE}`;

/** How many people everyone may see in each of these groups. */
async function peopleShown(slugs: readonly string[]): Promise<Map<string, number>> {
  const rows = await readAs(VISITOR)<{ slug: string; people: number }[]>`
    select g.slug, count(*)::int as people from groups g join positions p on p.group_id = g.group_id
    where g.slug = any(${[...slugs]}::text[]) group by g.slug`;
  return new Map(rows.map(({ slug, people }) => [slug, people]));
}

/** The groups this viewer may see in the order of their slugs, or the one of a slug; a page at a time, so that any number fits. */
export async function* exportedGroups(viewer: Viewer, slug?: string): AsyncGenerator<ExportedGroup> {
  const sql = readAs(viewer);
  const topics = new Map((await readVocabularies(sql)).interests.map((term) => [term.id, term]));
  for (let after = ''; ; ) {
    const rows = await readPage(sql, slug === undefined ? { after } : { slug });
    const people = await peopleShown(rows.map((row) => row.slug));
    for (const { ids, lat, lng, links, ...row } of rows) {
      yield {
        ...row,
        links: links ?? [],
        topics: (ids ?? []).flatMap((id) => {
          const term = topics.get(id);
          return term ? [{ slug: term.slug, label: term.labels.en }] : [];
        }),
        point: lat === null || lng === null ? null : { lat, lng },
        people: people.get(row.slug) ?? 0,
      };
    }
    const last = rows.at(-1);
    if (slug !== undefined || !last || rows.length < PAGE) return;
    after = last.slug;
  }
}

export interface ExportedTerm {
  kind: 'interest' | 'skill';
  id: number;
  slug: string;
  labels: { en: string; es?: string };
  retired: boolean;
  mergedInto: number | null;
}

/** Every term of both vocabularies, those no longer offered among them. */
export async function exportedTerms(viewer: Viewer): Promise<ExportedTerm[]> {
  return [
    ...(await readAs(viewer)<ExportedTerm[]>`
      select 'interest' as kind, id, slug, labels, retired, merged_into as "mergedInto" from ref.interests
      union all select 'skill', id, slug, labels, retired, merged_into from ref.skills order by 1, 3`),
  ];
}
