import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { leadRemovalForm } from '~/features/claims/claims.schema';
import { askToRemoveLead } from '~/features/claims/leads.server';
import { DomainError } from '~/lib/errors';
import { parseForm, readForm } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const loader = ({ params }: { params: { slug?: string } }) =>
  redirect(`/groups/${encodeURIComponent(params.slug ?? '')}/leads`);

/** A lead asks that another no longer leads. */
export const action = ({ request, params }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    const form = parseForm(leadRemovalForm, await readForm(request));
    if (!form.ok) throw new DomainError('invalid', m.claims_error_form());
    return redirect(`/claims/${await askToRemoveLead(viewer, params.slug ?? '', form.data.person)}`);
  });
