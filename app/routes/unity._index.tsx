import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireSignedIn, viewerOf } from '~/auth/require-viewer.server';
import { UnityPage } from '~/features/unity/components/unity-page';
import { saidIn } from '~/features/unity/components/unity-said';
import { signForMyself } from '~/features/unity/sign.server';
import { signForm } from '~/features/unity/unity.schema';
import { unityPage } from '~/features/unity/unity-page.server';
import { parseForm, readForm } from '~/lib/forms';
import { requestLocale } from '~/lib/messages/locale.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { safePath } from '~/lib/paths';
import { answer } from '~/lib/route-errors.server';

/** The page that signing is a step of, to come back to. */
const stepOf = (request: Request) => safePath(new URL(request.url).searchParams.get('to'), '') || null;

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: m.unity_name(), description: m.unity_description() });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await viewerOf(request);
    const { searchParams } = new URL(request.url);
    const [groups, people] = [searchParams.get('groups') ?? '', searchParams.get('people') ?? ''];
    const page = await unityPage(viewer, requestLocale(request, viewer), { groups, people });
    return json({ page, further: Boolean(groups || people), said: saidIn(request.url), to: stepOf(request) });
  });

/** Somebody signs for themselves. */
export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    const form = parseForm(signForm, await readForm(request));
    if (!form.ok) return json({ said: 'unpublished' as const }, { status: 400 });
    const said = await signForMyself(viewer, form.data, requestLocale(request, viewer));
    if (said === 'signed' || said === 'again') return redirect(stepOf(request) ?? `/unity?done=${said}`);
    return json({ said }, { status: said === 'older' ? 409 : 400 });
  });

export default function Unity() {
  const { page, further, said, to } = useLoaderData<typeof loader>();
  return <UnityPage page={page} further={further} to={to} said={useActionData<typeof action>()?.said ?? said} />;
}
