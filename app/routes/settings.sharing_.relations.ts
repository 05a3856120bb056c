import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { saveRelation } from '~/features/privacy/relations/my-relations.server';
import { OUTCOME } from '~/features/privacy/relations/relation-outcome';
import { readForm } from '~/lib/forms';
import { requestLocale } from '~/lib/messages/locale.server';
import { answer } from '~/lib/route-errors.server';

/** Opens something of the viewer's to a relation or closes it, and goes back to where the switches stand. */
export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    const outcome = await saveRelation(viewer, await readForm(request), requestLocale(request, viewer));
    return redirect(`/settings/sharing?${OUTCOME}=${outcome}#relations`);
  });
