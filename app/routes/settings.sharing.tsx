import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { countMyQuestions } from '~/features/privacy/changes/questions.server';
import { RelationSwitches } from '~/features/privacy/components/relation-switches';
import { SharingPage } from '~/features/privacy/components/sharing-page';
import { mySharing, saveMySharing } from '~/features/privacy/my-sharing.server';
import { myRelations } from '~/features/privacy/relations/my-relations.server';
import { outcomeIn } from '~/features/privacy/relations/relation-outcome';
import { Switches } from '~/features/profile/components/switches';
import { switchedIn } from '~/features/profile/switches';
import { mySwitches } from '~/features/profile/switches.server';
import { readForm } from '~/lib/forms';
import { requestLocale } from '~/lib/messages/locale.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { safePath } from '~/lib/paths';
import { answer } from '~/lib/route-errors.server';

const STATUS = { saved: 200, prove: 403, stale: 409, invalid: 400 };

/** The page that this one is a step of, to come back to. */
const stepOf = (request: Request) => safePath(new URL(request.url).searchParams.get('to'), '') || null;

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.privacy_sharing_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    const [sharing, open, switches, relations] = await Promise.all([
      mySharing(viewer, requestLocale(request, viewer)),
      countMyQuestions(viewer),
      mySwitches(viewer),
      myRelations(viewer, requestLocale(request, viewer)),
    ]);
    const { searchParams } = new URL(request.url);
    const [justSaved, justAnswered] = [searchParams.has('saved'), searchParams.has('answered')];
    const [switched, related] = [switchedIn(searchParams), outcomeIn(searchParams)];
    return json({
      sharing,
      open,
      switches,
      switched,
      relations,
      related,
      justSaved,
      justAnswered,
      to: stepOf(request),
    });
  });

export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    const result = await saveMySharing(viewer, await readForm(request), requestLocale(request, viewer));
    // After one saved choice the page keeps the others as they stand, unsaved.
    if (result.kind === 'saved' && !result.one) return redirect(stepOf(request) ?? '/settings/sharing?saved');
    return json(result, { status: STATUS[result.kind] });
  });

export default function SharingSettings() {
  const { justSaved, switches, switched, relations, related, ...shown } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const saved = justSaved ? ({ kind: 'saved', one: null, chosen: {} } as const) : undefined;
  return (
    <SharingPage {...shown} outcome={result ?? saved}>
      {shown.to ? null : (
        <>
          <RelationSwitches switches={relations} outcome={result ? null : related} />
          <Switches switches={switches} outcome={result ? null : switched} />
        </>
      )}
    </SharingPage>
  );
}
