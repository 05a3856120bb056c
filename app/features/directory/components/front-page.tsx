import { Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import { formatNumber } from '~/ui/format';
import { Hero } from '~/ui/hero';
import { useLocale } from '~/ui/locale';
import { Name } from '~/ui/name';
import { Notice } from '~/ui/notice';
import { RiverDrawing } from '~/ui/river-drawing';
import { Section } from '~/ui/section';
import { StatNumber, Stats } from '~/ui/stat-number';
import type { frontPage } from '../home.server';

type FrontPageData = Awaited<ReturnType<typeof frontPage>>;

export function FrontPage({ visitor, network, numbers, latest }: FrontPageData) {
  const locale = useLocale();
  const shown = (count: number) => formatNumber(count, locale);
  const empty = numbers.people + numbers.memberGroups + numbers.listedGroups === 0;
  if (empty && !network.setUp && !network.demo) return <BeingSetUp />;
  return (
    <>
      {network.demo ? <Notice>{m.home_demo()}</Notice> : null}
      <Hero
        title={network.purpose || network.name}
        lede={network.description}
        actions={
          <>
            <ButtonLink to="/people" kind="primary">
              {m.home_find_people()}
            </ButtonLink>
            <ButtonLink to="/groups">{m.home_find_groups()}</ButtonLink>
            {visitor ? <ButtonLink to="/join">{m.join_nav()}</ButtonLink> : null}
          </>
        }
        picture={<RiverDrawing />}
      >
        <Stats>
          <StatNumber
            value={shown(numbers.memberGroups)}
            label={m.home_groups_member({ count: numbers.memberGroups, shown: '' })}
          />
          <StatNumber value={shown(numbers.people)} label={m.home_people({ count: numbers.people, shown: '' })} />
          <StatNumber
            value={shown(numbers.countries)}
            label={m.home_countries({ count: numbers.countries, shown: '' })}
          />
        </Stats>
        {numbers.listedGroups > 0 ? (
          <p className="hint">{m.home_listed({ count: numbers.listedGroups, shown: shown(numbers.listedGroups) })}</p>
        ) : null}
        <p className="hint">
          <Link to="/numbers">{m.rights_numbers_link()}</Link>
        </p>
      </Hero>
      {latest.length > 0 ? (
        <Section title={m.home_latest()}>
          <div className="grid">
            {latest.map((group) => (
              <Card
                key={group.slug}
                eyebrow={group.place}
                title={
                  <Link to={`/groups/${group.slug}`}>
                    <Name>{group.name}</Name>
                  </Link>
                }
              >
                {group.summary ? <p dir="auto">{group.summary}</p> : null}
              </Card>
            ))}
          </div>
          <p className="section-gap-s">
            <Link to="/groups">{m.home_all_groups()}</Link>
          </p>
        </Section>
      ) : null}
      <HowItWorks />
    </>
  );
}

/** The hub of a network that has not begun. */
function BeingSetUp() {
  return <Hero title={m.setup_front_title()} lede={m.setup_front_text()} picture={<RiverDrawing />} />;
}

function HowItWorks() {
  const parts = [
    { title: m.home_how_share_title(), text: m.home_how_share() },
    { title: m.home_how_find_title(), text: m.home_how_find() },
    { title: m.home_how_act_title(), text: m.home_how_act() },
  ];
  return (
    <Section title={m.home_how_title()}>
      <div className="grid">
        {parts.map(({ title, text }) => (
          <div key={title} className="stack-s stack">
            <h3>{title}</h3>
            <p>{text}</p>
          </div>
        ))}
      </div>
      <p className="section-gap-s">
        <Link to="/privacy">{m.home_policy()}</Link>
      </p>
    </Section>
  );
}
