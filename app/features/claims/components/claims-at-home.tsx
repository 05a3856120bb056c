import { Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Section } from '~/ui/section';
import type { ClaimsAtHome as AtHome } from '../read-claims.server';
import { ClaimList } from './claim-list';

/** What the reader asked for or was proposed for, and the way to the desk for whoever looks after the network. */
export function ClaimsAtHome({ claims }: { claims: AtHome }) {
  return (
    <>
      {claims.mine.length > 0 ? (
        <Section title={m.claims_home_mine()}>
          <ClaimList claims={claims.mine} base="/claims" />
        </Section>
      ) : null}
      {claims.desk ? (
        <p>
          <Link to="/weaving/claims">{m.claims_home_desk()}</Link>
        </p>
      ) : null}
    </>
  );
}
