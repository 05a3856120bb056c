import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { viewerOf } from '~/auth/require-viewer.server';
import { removalForm } from '~/features/claims/claims.schema';
import { RemovalAsked, RemovalForm } from '~/features/claims/components/removal-form';
import { listedGroup } from '~/features/claims/group-claims.server';
import { askRemoval } from '~/features/claims/removals.server';
import { parseForm, readForm } from '~/lib/forms';
import { currentRequest } from '~/lib/http/request-store.server';
import { canSendMail } from '~/lib/mail/deliver.server';
import { requestLocale } from '~/lib/messages/locale.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: m.removal_title({ name: args.data?.group.name ?? '' }), noindex: true });

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () => {
    const { slug, name } = await listedGroup(await viewerOf(request), params.slug ?? '');
    return json({ group: { slug, name }, sendsMail: canSendMail() });
  });

export const action = ({ request, params }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await viewerOf(request);
    const form = parseForm(removalForm, await readForm(request));
    if (!form.ok) return json(form, { status: 400 });
    const from = { clientAddress: currentRequest()?.clientAddress ?? '', locale: requestLocale(request, viewer) };
    await askRemoval(viewer, params.slug ?? '', form.data, from);
    return json({ ok: true as const, email: form.data.email });
  });

export default function AskRemoval() {
  const { group, sendsMail } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  if (result?.ok) return <RemovalAsked email={result.email} slug={group.slug} sendsMail={sendsMail} />;
  return <RemovalForm group={group} outcome={result} />;
}
