import type { Viewer } from '~/auth/viewer';
import { formatNumber } from '~/ui/format';
import type { Locale } from '~/ui/locale';
import { leadOn } from './former-terms.server';
import { searchGroups } from './groups-search.server';
import { labelsOf } from './labels';
import { facetView, listView, termsOf } from './list-view';
import { networkNumbers } from './numbers.server';
import type { DirectoryQuery } from './query';

/** The page of groups: hits as they are shown, and topics with counts. */
export async function groupsView(viewer: Viewer, asked: DirectoryQuery, locale: Locale) {
  const led = await leadOn(viewer, asked);
  const [result, numbers] = await Promise.all([searchGroups(viewer, led, locale), networkNumbers(viewer)]);
  const { query, ways } = result;
  const { interests } = result.terms;
  const format = (count: number) => formatNumber(count, locale);
  const topics = facetView('interest', termsOf(interests, locale), result, query, format);
  return {
    view: listView(result),
    memberGroups: numbers.memberGroups,
    hits: result.hits.map(({ interestIds, ...shown }) => ({
      ...shown,
      topics: labelsOf(interests, interestIds, locale).slice(0, 4),
    })),
    facets: ways.facets.includes('interest') ? [topics] : [],
  };
}
export type GroupsView = Awaited<ReturnType<typeof groupsView>>;
