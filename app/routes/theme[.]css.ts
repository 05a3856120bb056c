import type { LoaderFunctionArgs } from '@remix-run/node';
import { VISITOR } from '~/auth/viewer';
import { readNetworkSettings } from '~/features/directory/network.server';
import { answer } from '~/lib/route-errors.server';
import { themeCss, themePath } from '~/lib/theme';

/** The network's colour as a style sheet: the content security policy allows no other way. */
export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const colour = (await readNetworkSettings(VISITOR))?.themeColor ?? null;
    const { pathname, search } = new URL(request.url);
    const lasting = colour !== null && pathname + search === themePath(colour);
    return new Response(colour ? themeCss(colour) : '', {
      headers: {
        'Content-Type': 'text/css; charset=utf-8',
        'Cache-Control': lasting ? 'public, max-age=31536000, immutable' : 'no-store',
      },
    });
  });
