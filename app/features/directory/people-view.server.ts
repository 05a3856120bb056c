import type { Viewer } from '~/auth/viewer';
import { NETWORK_ROLES } from '~/lib/standing';
import { formatNumber } from '~/ui/format';
import type { Locale } from '~/ui/locale';
import { leadOn } from './former-terms.server';
import { howMembersSeeMe } from './how-members-see-me.server';
import { labelsOf } from './labels';
import { facetView, listView, termsOf } from './list-view';
import { type PersonHit, searchPeople } from './people-search.server';
import type { DirectoryQuery } from './query';
import { roleLabel } from './words';

const SHOWN_TOPICS = 4;

/** The page of people: hits as they are shown, choices with counts, and how the viewer appears here themselves. */
export async function peopleView(viewer: Viewer, asked: DirectoryQuery, locale: Locale) {
  const led = await leadOn(viewer, asked);
  const [result, me] = await Promise.all([
    searchPeople(viewer, led, locale),
    viewer.kind === 'person' && viewer.standing === 'member' ? howMembersSeeMe(viewer) : null,
  ]);
  const { terms, query, ways } = result;
  const format = (count: number) => formatNumber(count, locale);
  const languages = terms.languages.map(({ code, name }) => ({ value: code, key: code, label: name }));
  const roles = NETWORK_ROLES.map((role) => ({ value: role, key: role, label: roleLabel(role) }));
  const [interests, skills] = [termsOf(terms.interests, locale), termsOf(terms.skills, locale)];
  const hit = ({ skillIds, interestIds, learnIds, ...shown }: PersonHit) => ({
    ...shown,
    topics: [...labelsOf(terms.skills, skillIds, locale), ...labelsOf(terms.interests, interestIds, locale)].slice(
      0,
      SHOWN_TOPICS,
    ),
    learning: labelsOf(terms.skills, learnIds, locale).slice(0, 1),
  });
  return {
    view: listView(result),
    hits: result.hits.map(hit),
    everyone: result.everyone,
    group: result.group?.name ?? null,
    me,
    facets: [
      facetView('interest', interests, result, query, format),
      facetView('skill', skills, result, query, format),
      facetView('learn', skills, result, query, format),
      facetView('language', languages, result, query, format),
      facetView('role', roles, result, query, format),
    ].filter(({ name }) => ways.facets.includes(name)),
  };
}
export type PeopleView = Awaited<ReturnType<typeof peopleView>>;
