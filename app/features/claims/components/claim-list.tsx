import { Link } from '@remix-run/react';
import { useLocale } from '~/ui/locale';
import { claimSentence, stateLabel, stateSentence } from '../claim-words';
import type { ClaimLine } from '../read-claims.server';

/** Claims in short, each with the way to its page below `base`. */
export function ClaimList({ claims, base }: { claims: readonly ClaimLine[]; base: '/claims' | '/weaving/claims' }) {
  const locale = useLocale();
  return (
    <ul className="plain-list">
      {claims.map((claim) => (
        <li key={claim.id} className="card">
          <p>
            <Link to={`${base}/${claim.id}`}>{claimSentence(claim)}</Link>
          </p>
          <p className="soft">
            {stateLabel(claim.state)} · {stateSentence(claim, locale)}
          </p>
        </li>
      ))}
    </ul>
  );
}
