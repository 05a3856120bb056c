import { asSelf } from '#db/self.server';
import type { Viewer } from '~/auth/viewer';
import { hasRole } from '~/auth/viewer';
import { notFound } from '~/lib/errors';
import type { GroupStanding } from '~/lib/standing';
import { policyInForce } from '~/sharing/policies.server';
import { readAs } from '~/sharing/read.server';
import { daysNoted } from '~/sharing/retention';
import { placeLabels } from './place-labels.server';
import { labelIn, readVocabularies } from './vocabularies.server';

interface Row {
  group_id: string;
  slug: string;
  name: string;
  standing: GroupStanding;
  abbreviation: string | null;
  purpose: string | null;
  activities: string | null;
  website: string | null;
  links: { url: string; label: string | null }[] | null;
  interest_ids: number[] | null;
  region_key: string | null;
  country: string | null;
  town_id: number | null;
  place_text: string | null;
  source_note: string | null;
  last_confirmed_month: string | null;
  quiet_since: string | null;
  dead_links: { url: string; since: string }[] | null;
  has_contact: boolean;
}

/**
 * A group's page as this viewer may see it: what it is and does, and those of its people who show their place in it.
 * @throws DomainError `not_found`
 */
export async function groupPage(viewer: Viewer, slug: string, locale: string) {
  const sql = readAs(viewer);
  const [row] = await sql<Row[]>`
    select group_id, slug, name, standing, abbreviation, purpose, activities, website, links, interest_ids, region_key, country,
      town_id, place_text, source_note, last_confirmed_month::text, quiet_since::text, dead_links,
      coalesce(email, street_address) is not null as has_contact
    from groups where slug = ${slug}`;
  if (!row) throw notFound();
  const [terms, places, people, mayEdit] = await Promise.all([
    readVocabularies(sql),
    placeLabels(sql, [row], locale),
    sql<{ handle: string; name: string; headline: string | null; title: string | null; leads: boolean }[]>`
      select m.handle, m.name, m.headline, p.title, p.leads from positions p join people m on m.person_id = p.person_id
      where p.group_id = ${row.group_id} order by p.leads desc, m.sort_name, m.handle limit 60`,
    leads(viewer, row.group_id),
  ]);
  return {
    slug: row.slug,
    name: row.name,
    standing: row.standing,
    abbreviation: row.abbreviation,
    purpose: row.purpose,
    activities: row.activities,
    website: row.website,
    links: row.links ?? [],
    topics: terms.interests
      .filter((term) => row.interest_ids?.includes(term.id))
      .map((term) => ({ slug: term.slug, label: labelIn(term.labels, locale) })),
    place: places(row) ?? row.place_text,
    placed: row.town_id !== null || row.region_key !== null || row.country !== null,
    sourceNote: row.source_note,
    confirmed: row.last_confirmed_month,
    quietSince: row.quiet_since,
    dead: row.dead_links ?? [],
    people: [...people],
    /** Where there is contact for this viewer to open, for how many days it is noted who does; never what it is. */
    contactNoted: row.has_contact ? daysNoted(await policyInForce(sql)) : null,
    mayEdit: mayEdit || (row.standing === 'listed' && hasRole(viewer, 'operator')),
  };
}
export type GroupPage = Awaited<ReturnType<typeof groupPage>>;

/** Those of a group's links that are known not to answer, as this viewer may see it. */
export async function deadLinksOf(viewer: Viewer, slug: string): Promise<{ url: string; since: string }[]> {
  const [row] = await readAs(viewer)<Pick<Row, 'dead_links'>[]>`select dead_links from groups where slug = ${slug}`;
  return row?.dead_links ?? [];
}

/** Whether the viewer leads a group, from their own rows. */
async function leads(viewer: Viewer, groupId: string): Promise<boolean> {
  if (viewer.kind !== 'person' || viewer.standing !== 'member') return false;
  const rows = await asSelf(
    viewer.personId,
    (sql) => sql`select from core.positions where group_id = ${groupId} and leads`,
  );
  return rows.length > 0;
}
