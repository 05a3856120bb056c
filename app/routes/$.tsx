import type { LoaderFunctionArgs } from '@remix-run/node';
import { viewerOf } from '~/auth/require-viewer.server';
import { notFound } from '~/lib/errors';
import { answer } from '~/lib/route-errors.server';

/** Every address that is no page: answered within the frame of the hub, whose header needs the root's data. */
export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    await viewerOf(request);
    throw notFound();
  });

export default function NoPage() {
  return null;
}
