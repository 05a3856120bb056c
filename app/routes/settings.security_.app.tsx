import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { requireFresh } from '~/auth/require-viewer.server';
import { factorsOf } from '~/auth/second-factors/factors.server';
import { checkAppCode, newApp } from '~/auth/second-factors/totp.server';
import { startOver } from '~/auth/session.server';
import { readNetwork } from '~/features/directory/network.server';
import { AppPage } from '~/features/security/components/app-page';
import { requireMayAdd } from '~/features/security/may-add.server';
import { formText, parseForm, readForm } from '~/lib/forms';
import { requestLocale } from '~/lib/messages/locale.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';
import { plainCode } from '~/lib/typed-codes.server';

const schema = z.object({ code: formText({ max: 40 }) });

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.security_app_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await requireFresh(request);
    requireMayAdd(viewer);
    const { name } = await readNetwork(viewer, requestLocale(request, viewer));
    const app = await newApp(viewer, name);
    return app ? json({ app }) : redirect('/settings/security');
  });

/** Takes the app in use once a code of it fits; paper codes come next, unless there are some. */
export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireFresh(request);
    requireMayAdd(viewer);
    const form = parseForm(schema, await readForm(request));
    if (!form.ok || !(await checkAppCode(viewer.accountId, plainCode(form.data.code), 'new')))
      return json({ refused: true }, { status: 400 });
    const cookie = await startOver(request, viewer.accountId, 'totp');
    const { codes } = await factorsOf(viewer);
    const to = codes > 0 ? '/settings/security' : '/settings/security/codes';
    return redirect(to, { headers: { 'Set-Cookie': cookie } });
  });

export default function AddApp() {
  const { app } = useLoaderData<typeof loader>();
  return <AppPage app={app} refused={useActionData<{ refused: boolean }>()?.refused ?? false} />;
}
