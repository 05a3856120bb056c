import { m } from '~/lib/paraglide/messages.js';
import { formatDay, formatNumber } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { PageHeading } from '~/ui/page-heading';
import { Section } from '~/ui/section';
import { StatNumber, Stats } from '~/ui/stat-number';
import type { PublishedNumbers } from '../published-numbers.server';
import { NumberCells } from './number-cells';

/** How many there are, for everyone; more closely for operators. */
export function NumbersPage({ numbers }: { numbers: PublishedNumbers }) {
  const locale = useLocale();
  const shown = (count: number) => formatNumber(count, locale);
  const { members, step, groups, countedOn, more } = numbers;
  const least = shown(numbers.least);
  const people = members === null ? m.rights_fewer_than({ least }) : m.rights_about({ count: shown(members ?? 0) });
  return (
    <>
      <PageHeading title={m.rights_numbers_title()} lede={m.rights_numbers_lede()} />
      <div className="measure stack">
        <Stats>
          {members === undefined ? null : <StatNumber value={people} label={m.rights_numbers_members()} />}
          <StatNumber
            value={shown(groups.memberGroups)}
            label={m.home_groups_member({ count: groups.memberGroups, shown: '' })}
          />
          <StatNumber
            value={shown(groups.countries)}
            label={m.home_countries({ count: groups.countries, shown: '' })}
          />
        </Stats>
        <p className="hint">
          {countedOn ? m.rights_numbers_day({ day: formatDay(countedOn, locale) }) : m.rights_numbers_soon()}
        </p>
      </div>
      <div className="measure section-gap">
        {countedOn ? (
          <NumberCells title={m.rights_numbers_countries()} cells={numbers.countries} least={least} />
        ) : null}
        {countedOn && more ? (
          <>
            <NumberCells title={m.rights_numbers_regions()} cells={more.regions} least={least} />
            <NumberCells title={m.rights_numbers_topics()} cells={more.topics} least={least} />
          </>
        ) : null}
        <Section title={m.rights_numbers_how_title()}>
          <p>{m.rights_numbers_how({ least, step: shown(step) })}</p>
        </Section>
      </div>
    </>
  );
}
