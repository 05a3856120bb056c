import { Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { EmptyState } from '~/ui/empty-state';
import { formatDay } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { Name } from '~/ui/name';
import { PageHeading } from '~/ui/page-heading';
import { Section } from '~/ui/section';
import type { WithoutLead } from '../group-claims.server';
import type { ClaimLine } from '../read-claims.server';
import type { RemovalLine } from '../read-removals.server';
import { ClaimList } from './claim-list';

type DeskProps = { claims: ClaimLine[]; removals: RemovalLine[]; leaderless: WithoutLead; operator: boolean };

/** Everything about who speaks for a group that waits for time or for a person. */
export function Desk({ claims, removals, leaderless, operator }: DeskProps) {
  const contested = claims.filter((claim) => claim.state === 'contested');
  const waiting = claims.filter((claim) => claim.state !== 'contested');
  return (
    <div className="narrow stack-l stack">
      <PageHeading title={m.claims_desk_title()} lede={m.claims_desk_lede()} />
      {claims.length + removals.length + leaderless.total === 0 ? (
        <EmptyState title={m.claims_desk_none()}>{m.claims_desk_none_text()}</EmptyState>
      ) : null}
      {contested.length > 0 ? (
        <Section title={m.claims_desk_contested()}>
          <ClaimList claims={contested} base="/weaving/claims" />
        </Section>
      ) : null}
      {waiting.length > 0 ? (
        <Section title={m.claims_desk_waiting()}>
          <ClaimList claims={waiting} base="/weaving/claims" />
        </Section>
      ) : null}
      {removals.length > 0 ? (
        <Section title={m.claims_desk_removals()}>
          <ul className="plain-list">
            {removals.map((removal) => (
              <Removal key={removal.id} removal={removal} operator={operator} />
            ))}
          </ul>
        </Section>
      ) : null}
      {leaderless.total > 0 ? <Leaderless {...leaderless} /> : null}
    </div>
  );
}

function Leaderless({ groups, total }: WithoutLead) {
  return (
    <Section title={m.claims_desk_no_lead()}>
      <p>{m.claims_desk_no_lead_text()}</p>
      <ul className="plain-list section-gap-s">
        {groups.map(({ slug, name }) => (
          <li key={slug}>
            <Link to={`/groups/${slug}`}>
              <Name>{name}</Name>
            </Link>
          </li>
        ))}
      </ul>
      {total > groups.length ? (
        <p className="soft">{m.claims_desk_no_lead_more({ count: total - groups.length })}</p>
      ) : null}
    </Section>
  );
}

function Removal({ removal, operator }: { removal: RemovalLine; operator: boolean }) {
  const locale = useLocale();
  return (
    <li className="card">
      <p>
        {operator ? (
          <Link to={`/weaving/removals/${removal.id}`}>
            <Name>{removal.group}</Name>
          </Link>
        ) : (
          <Name>{removal.group}</Name>
        )}
      </p>
      <p className="soft">
        {removal.settlesOn
          ? m.claims_desk_removal_on({ date: formatDay(removal.settlesOn, locale) })
          : m.claims_desk_removal_held()}
      </p>
    </li>
  );
}
