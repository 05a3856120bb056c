import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/require-viewer.server';
import { HeardPage } from '~/features/concerns/components/heard-page';
import { heardConcerns } from '~/features/concerns/hearing.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.concern_desk_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await requireRole(request, 'steward');
    return json({ concerns: await heardConcerns(viewer), away: new URL(request.url).searchParams.has('away') });
  });

export default function HeardConcerns() {
  return <HeardPage {...useLoaderData<typeof loader>()} />;
}
