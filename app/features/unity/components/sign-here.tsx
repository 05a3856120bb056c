import { m } from '~/lib/paraglide/messages.js';
import { ButtonLink } from '~/ui/button';
import type { SigningHere } from '../signing-groups.server';

/** On a group's page: where the reader signs for it, and where its leads say who else may. Nothing for anyone else. */
export function SignHere({ signing }: { signing: SigningHere }) {
  if (!signing) return null;
  const { slug, leads, behind } = signing;
  return (
    <div className="stack page-note">
      <p>{behind ? m.unity_at_group_behind() : m.unity_at_group()}</p>
      <div className="row">
        <ButtonLink to={`/groups/${slug}/signature`} small>
          {m.unity_at_group_sign()}
        </ButtonLink>
        {leads ? (
          <ButtonLink to={`/groups/${slug}/signers`} kind="quiet" small>
            {m.unity_gsig_signers()}
          </ButtonLink>
        ) : null}
      </div>
    </div>
  );
}
