import { Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { ButtonLink } from '~/ui/button';
import { Notice } from '~/ui/notice';

/** Tells members that nobody leads a group any more, and lets someone from it take it on. */
export function NoLead({ slug, claim }: { slug: string; claim: string | null }) {
  return (
    <div className="page-note">
      <Notice title={m.claims_no_lead_title()}>
        {claim ? (
          <p>
            {m.claims_no_lead_mine()} <Link to={`/claims/${claim}`}>{m.claims_see()}</Link>
          </p>
        ) : (
          <>
            <p>{m.claims_no_lead_text()}</p>
            <p className="section-gap-s">
              <ButtonLink to={`/groups/${slug}/claim`}>{m.claims_no_lead_button()}</ButtonLink>
            </p>
          </>
        )}
      </Notice>
    </div>
  );
}
