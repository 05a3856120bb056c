import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireFresh } from '~/auth/require-viewer.server';
import { factorsOf } from '~/auth/second-factors/factors.server';
import { makeRecoveryCodes } from '~/auth/second-factors/recovery-codes.server';
import { CodesPage } from '~/features/security/components/codes-page';
import { requireMayAdd } from '~/features/security/may-add.server';
import { readButton } from '~/lib/forms';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.security_codes_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => json({ left: (await factorsOf(await requireFresh(request))).codes }));

export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireFresh(request);
    requireMayAdd(viewer);
    await readButton(request);
    return json({ codes: await makeRecoveryCodes(viewer) });
  });

export default function RecoveryCodes() {
  return <CodesPage {...useLoaderData<typeof loader>()} codes={useActionData<typeof action>()?.codes} />;
}
