import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { objectToClaim } from '~/features/claims/answer-claim.server';
import { objectionForm } from '~/features/claims/claims.schema';
import { DomainError } from '~/lib/errors';
import { formOptionalText, parseForm, readForm } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';
import { safePath } from '~/lib/paths';
import { answer } from '~/lib/route-errors.server';

const schema = objectionForm.extend({ returnTo: formOptionalText({ max: 200 }) });

export const loader = ({ params }: { params: { id?: string } }) =>
  redirect(`/claims/${encodeURIComponent(params.id ?? '')}`);

/** Someone concerned objects to a claim. */
export const action = ({ request, params }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    const form = parseForm(schema, await readForm(request));
    if (!form.ok) throw new DomainError('invalid', m.claims_error_form());
    await objectToClaim(viewer, params.id ?? '', form.data.words);
    return redirect(safePath(form.data.returnTo, `/claims/${encodeURIComponent(params.id ?? '')}`));
  });
