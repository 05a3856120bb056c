import type { Viewer } from '~/auth/viewer';
import { notFound } from '~/lib/errors';
import type { NetworkRole } from '~/lib/standing';
import { policyInForce } from '~/sharing/policies.server';
import { readAs } from '~/sharing/read.server';
import { daysNoted } from '~/sharing/retention';
import { placeLabels } from './place-labels.server';
import { shownByRelation } from './shown-by-relation.server';
import { labelIn, readVocabularies, type Term } from './vocabularies.server';

interface Row {
  person_id: string;
  name: string;
  pronouns: string | null;
  headline: string | null;
  bio: string | null;
  links: { url: string; label: string | null }[] | null;
  network_roles: NetworkRole[] | null;
  interest_ids: number[] | null;
  skill_ids: number[] | null;
  learn_ids: number[] | null;
  language_codes: string[] | null;
  region_key: string | null;
  country: string | null;
  town_id: number | null;
  joined_month: string | null;
  last_confirmed_month: string | null;
  needs: string | null;
  weaving: boolean | null;
  not_indexed: boolean;
  imported: boolean;
  has_contact: boolean;
}

export interface NamedTerm {
  slug: string;
  label: string;
}

const named = (terms: Term[], ids: number[] | null, locale: string): NamedTerm[] =>
  terms
    .filter((term) => ids?.includes(term.id))
    .map((term) => ({ slug: term.slug, label: labelIn(term.labels, locale) }));

/**
 * A person's page as this viewer may see it: what their audience is shown, and what the person opened to people in a
 * relation with them, where the audience is shown what makes that relation.
 * @throws DomainError `not_found`, the same for someone who is not shared with this viewer and for someone who is not there
 */
export async function personPage(viewer: Viewer, handle: string, locale: string) {
  const sql = readAs(viewer);
  const [found] = await sql<Row[]>`
    select person_id, name, pronouns, headline, bio, links, network_roles, interest_ids, skill_ids, learn_ids, language_codes,
      region_key, country, town_id, joined_month::text, last_confirmed_month::text, needs, weaving, not_indexed, imported,
      coalesce(contact_email, contact_phone, contact_handle) is not null as has_contact
    from people where handle = ${handle}`;
  if (!found) throw notFound();
  const edges = await sql<{ group_id: string; slug: string; name: string; title: string | null; leads: boolean }[]>`
    select g.group_id, g.slug, g.name, p.title, p.leads from positions p join groups g on g.group_id = p.group_id
    where p.person_id = ${found.person_id} order by p.leads desc, g.sort_name, g.slug`;
  const groups = edges.map(({ group_id }) => group_id);
  const row: Row = { ...found, ...(await shownByRelation<Row>(viewer, found.person_id, groups)) };
  const [terms, places] = await Promise.all([readVocabularies(sql), placeLabels(sql, [row], locale)]);
  return {
    handle,
    name: row.name,
    pronouns: row.pronouns,
    headline: row.headline,
    bio: row.bio,
    links: row.links ?? [],
    roles: row.network_roles ?? [],
    interests: named(terms.interests, row.interest_ids, locale),
    skills: named(terms.skills, row.skill_ids, locale),
    learning: named(terms.skills, row.learn_ids, locale),
    languages: terms.languages
      .filter((language) => row.language_codes?.includes(language.code))
      .map((language) => language.name),
    place: places(row),
    near: row.town_id !== null,
    joined: row.joined_month,
    confirmed: row.last_confirmed_month,
    needs: row.needs,
    weaving: row.weaving === true,
    notIndexed: row.not_indexed,
    imported: row.imported,
    /** Where there is contact for this viewer to open, for how many days it is noted who does; never what it is. */
    contactNoted: row.has_contact ? daysNoted(await policyInForce(sql)) : null,
    positions: edges.map(({ group_id: _, ...position }) => position),
    /** Whether the viewer is somebody who may want not to meet them. */
    mayBlock: viewer.kind === 'person' && viewer.personId !== row.person_id && !row.imported,
    isMe: viewer.kind === 'person' && viewer.personId === row.person_id,
  };
}
export type PersonPage = Awaited<ReturnType<typeof personPage>>;
