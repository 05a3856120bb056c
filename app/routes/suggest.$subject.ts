import { json, type LoaderFunctionArgs } from '@remix-run/node';
import { viewerOf } from '~/auth/require-viewer.server';
import { suggestMembers } from '~/features/claims/leads-page.server';
import { suggest, suggestPlacesFor } from '~/features/directory/suggestions.server';
import { notFound } from '~/lib/errors';
import { requestLocale } from '~/lib/messages/locale.server';
import { answer } from '~/lib/route-errors.server';

/** Suggestions while typing, as the viewer may see them: `{ items: [{ label, detail?, href?, value? }] }`. */
export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await viewerOf(request);
    const text = new URL(request.url).searchParams.get('q') ?? '';
    const locale = requestLocale(request, viewer);
    const { subject } = params;
    if (subject === 'places') return json({ items: await suggestPlacesFor(viewer, text, locale) });
    if (subject === 'people' || subject === 'groups')
      return json({ items: await suggest(viewer, subject, text, locale) });
    if (subject === 'members' && viewer.kind === 'person') return json({ items: await suggestMembers(viewer, text) });
    throw notFound();
  });
