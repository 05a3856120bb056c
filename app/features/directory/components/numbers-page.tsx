import { m } from '~/lib/paraglide/messages.js';
import { formatDay, formatNumber } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { PageHeading } from '~/ui/page-heading';
import { Section } from '~/ui/section';
import { StatNumber, Stats } from '~/ui/stat-number';
import type { Cell, PublishedNumbers } from '../published-numbers.server';

/** How many there are, for everyone; more closely for operators. */
export function NumbersPage({ numbers }: { numbers: PublishedNumbers }) {
  const locale = useLocale();
  const shown = (count: number) => formatNumber(count, locale);
  const { members, least, step, groups, countedOn, more } = numbers;
  const people =
    members === undefined
      ? '…'
      : members === null
        ? m.rights_fewer_than({ least: shown(least) })
        : m.rights_about({ count: shown(members) });
  return (
    <>
      <PageHeading title={m.rights_numbers_title()} lede={m.rights_numbers_lede()} />
      <Stats>
        <StatNumber value={people} label={m.rights_numbers_members()} />
        <StatNumber
          value={shown(groups.memberGroups)}
          label={m.home_groups_member({ count: groups.memberGroups, shown: '' })}
        />
        <StatNumber value={shown(groups.countries)} label={m.home_countries({ count: groups.countries, shown: '' })} />
      </Stats>
      <div className="measure">
        <p className="hint">
          {countedOn ? m.rights_numbers_day({ day: formatDay(countedOn, locale) }) : m.rights_numbers_soon()}
        </p>
        <Cells title={m.rights_numbers_countries()} cells={numbers.countries} least={shown(least)} />
        {more ? (
          <>
            <Cells title={m.rights_numbers_regions()} cells={more.regions} least={shown(least)} />
            {more.topicsAllowed ? (
              <Cells title={m.rights_numbers_topics()} cells={more.topics} least={shown(least)} />
            ) : (
              <Section title={m.rights_numbers_topics()}>
                <p>{m.rights_numbers_topics_off()}</p>
              </Section>
            )}
          </>
        ) : null}
        <Section title={m.rights_numbers_how_title()}>
          <p>{m.rights_numbers_how({ least: shown(least), step: shown(step) })}</p>
        </Section>
      </div>
    </>
  );
}

function Cells({ title, cells, least }: { title: string; cells: readonly Cell[]; least: string }) {
  const locale = useLocale();
  return (
    <Section title={title}>
      {cells.length > 0 ? (
        <ul>
          {cells.map(({ label, value }) => (
            <li key={label}>{m.rights_numbers_cell({ label, count: formatNumber(value, locale) })}</li>
          ))}
        </ul>
      ) : null}
      <p className="hint">{m.rights_numbers_small({ least })}</p>
    </Section>
  );
}
