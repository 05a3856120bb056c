import { m } from '~/lib/paraglide/messages.js';
import type { NetworkRole } from '~/lib/standing';
import { formatAtLeast, formatDistance, formatNumber } from '~/ui/format';
import type { Locale } from '~/ui/locale';
import type { ListView } from './list-view';
import type { ListKey, Sort } from './query';

export const roleLabel = (role: NetworkRole): string =>
  ({ principal: m.directory_role_principal, driver: m.directory_role_driver, supporter: m.directory_role_supporter })[
    role
  ]();

export const sortLabel = (sort: Sort): string =>
  ({
    best: m.directory_sort_best,
    near: m.directory_sort_near,
    name: m.directory_sort_name,
    newest: m.directory_sort_newest,
  })[sort]();

export const facetLegend = (name: ListKey, subject: 'people' | 'groups'): string =>
  subject === 'groups'
    ? m.directory_facet_topics()
    : {
        interest: m.directory_facet_interest,
        skill: m.directory_facet_skill,
        learn: m.directory_facet_learn,
        language: m.directory_facet_language,
        role: m.directory_facet_role,
      }[name]();

/** "38 people within 100 km of Lismore, New South Wales, Australia". */
export function foundSentence(
  subject: 'people' | 'groups',
  view: ListView,
  locale: Locale,
  group?: string | null,
): string {
  const shown = view.capped ? formatAtLeast(view.total, locale) : formatNumber(view.total, locale);
  const count = view.capped ? view.total + 1 : view.total;
  const found =
    subject === 'people' ? m.directory_found_people({ count, shown }) : m.directory_found_groups({ count, shown });
  const where = view.place
    ? view.place.isTown
      ? m.directory_found_within({ km: formatDistance(view.query.within, locale), place: view.place.label })
      : m.directory_found_in({ place: view.place.label })
    : '';
  return [found, group ? m.directory_found_group({ group }) : '', where].filter(Boolean).join(' ');
}
