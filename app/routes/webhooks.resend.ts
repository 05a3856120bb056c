import type { ActionFunctionArgs } from '@remix-run/node';
import { takeMailEvent } from '~/features/notices/mail-events.server';

/** Events of the mail service: its signature says who sends them, not a session. */
export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  const said = (name: string) => request.headers.get(`svix-${name}`);
  const headers = { id: said('id'), timestamp: said('timestamp'), signature: said('signature') };
  const status = await takeMailEvent(headers, Buffer.from(await request.arrayBuffer()));
  return new Response(null, { status });
}
