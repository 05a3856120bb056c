import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { GroupSignatureView } from '~/features/unity/components/group-signature-page';
import { saidIn } from '~/features/unity/components/unity-said';
import { groupSignaturePage, signForGroup } from '~/features/unity/group-signature.server';
import { groupSignForm } from '~/features/unity/unity.schema';
import { parseForm, readForm } from '~/lib/forms';
import { requestLocale } from '~/lib/messages/locale.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: m.unity_gsig_title({ name: args.data?.page.group.name ?? '' }), noindex: true });

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    const page = await groupSignaturePage(viewer, params.slug ?? '', requestLocale(request, viewer));
    return json({ page, said: saidIn(request.url) });
  });

/** Somebody signs for a group. */
export const action = ({ request, params }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    const slug = params.slug ?? '';
    const form = parseForm(groupSignForm, await readForm(request));
    if (!form.ok) return json({ said: 'unpublished' as const }, { status: 400 });
    const said = await signForGroup(viewer, slug, form.data);
    if (said === 'signed' || said === 'again')
      return redirect(`/groups/${encodeURIComponent(slug)}/signature?done=${said}`);
    return json({ said }, { status: said === 'older' ? 409 : 400 });
  });

export default function GroupSignature() {
  const { page, said } = useLoaderData<typeof loader>();
  return <GroupSignatureView page={page} said={useActionData<typeof action>()?.said ?? said} />;
}
