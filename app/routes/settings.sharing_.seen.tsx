import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireSignedIn } from '~/auth/require-viewer.server';
import { SeenAsPage } from '~/features/privacy/components/seen-as-page';
import { eyesIn } from '~/features/privacy/seen-as';
import { seenAs } from '~/features/privacy/seen-as.server';
import { requestLocale } from '~/lib/messages/locale.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.choices_seen_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await requireSignedIn(request);
    const eyes = eyesIn(new URL(request.url).searchParams.get('as'));
    return json({ eyes, seen: await seenAs(viewer, eyes, requestLocale(request, viewer)) });
  });

export default function SeenByOthers() {
  return <SeenAsPage {...useLoaderData<typeof loader>()} />;
}
