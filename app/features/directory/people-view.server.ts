import type { Viewer } from '~/auth/viewer';
import { NETWORK_ROLES } from '~/lib/standing';
import { formatNumber } from '~/ui/format';
import type { Locale } from '~/ui/locale';
import { labelIn, type Term } from './labels';
import { facetOptions, listView, termsOf } from './list-view';
import { mySharing } from './my-sharing.server';
import { countPeople } from './numbers.server';
import { type PersonHit, searchPeople } from './people-search.server';
import type { DirectoryQuery } from './query';
import { roleLabel } from './words';

const SHOWN_TOPICS = 4;

const labelsOf = (terms: Term[], ids: number[], locale: string) =>
  terms.filter((term) => ids.includes(term.id)).map((term) => labelIn(term.labels, locale));

/** The page of people: hits as they are shown, choices with counts, and how the viewer appears here themselves. */
export async function peopleView(viewer: Viewer, query: DirectoryQuery, locale: Locale) {
  const [result, everyone, me] = await Promise.all([
    searchPeople(viewer, query, locale),
    countPeople(viewer),
    viewer.kind === 'person' && viewer.standing === 'member' ? mySharing(viewer) : null,
  ]);
  const { terms } = result;
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
    view: listView(query, result),
    hits: result.hits.map(hit),
    everyone,
    group: result.group?.name ?? null,
    me,
    facets: [
      { name: 'interest' as const, options: facetOptions(interests, result, 'interest', query.interest, format) },
      { name: 'skill' as const, options: facetOptions(skills, result, 'skill', query.skill, format) },
      { name: 'learn' as const, options: facetOptions(skills, result, 'learn', query.learn, format) },
      { name: 'language' as const, options: facetOptions(languages, result, 'language', query.language, format) },
      { name: 'role' as const, options: facetOptions(roles, result, 'role', query.role, format) },
    ],
  };
}
export type PeopleView = Awaited<ReturnType<typeof peopleView>>;
