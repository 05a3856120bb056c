import { Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { ButtonLink } from '~/ui/button';

/** What someone from a listed group can do about its page; whoever said "this is us" sees how that stands. */
export function ListedActions({ slug, claim }: { slug: string; claim: string | null }) {
  return (
    <div className="listed-actions stack-s stack">
      <p>
        {claim ? (
          <>
            {m.claims_mine_waits()} <Link to={`/claims/${claim}`}>{m.claims_see()}</Link>
          </>
        ) : (
          m.claims_ours_text()
        )}
      </p>
      <div className="row">
        {claim ? null : <ButtonLink to={`/groups/${slug}/claim`}>{m.claims_ours()}</ButtonLink>}
        <ButtonLink to={`/groups/${slug}/removal`} kind="quiet">
          {m.claims_remove_us()}
        </ButtonLink>
      </div>
    </div>
  );
}
