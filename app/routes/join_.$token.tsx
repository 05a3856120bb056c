import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { askingBrowser, rememberBrowser } from '~/auth/asking-browser.server';
import { enter } from '~/auth/enter.server';
import { JoinLinkView } from '~/features/welcoming/components/join-link-view';
import { joinByLink, joinLinkPage } from '~/features/welcoming/confirm.server';
import { renewJoinLink } from '~/features/welcoming/renew.server';
import { parseForm, readForm } from '~/lib/forms';
import { currentRequest } from '~/lib/http/request-store.server';
import { canSendMail } from '~/lib/mail/deliver.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

const schema = z.object({ intent: z.enum(['join', 'renew']) });

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.join_link_title(), noindex: true });

/** Opening a link changes nothing: mail programs and scanners open links as well. */
export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () =>
    json({ link: await joinLinkPage(params.token ?? '', askingBrowser(request)), sendsMail: canSendMail() }),
  );

export const action = ({ request, params }: ActionFunctionArgs) =>
  answer(async () => {
    const token = params.token ?? '';
    const form = parseForm(schema, await readForm(request));
    if (form.ok && form.data.intent === 'renew') {
      const asking = { clientAddress: currentRequest()?.clientAddress ?? '', browserHash: rememberBrowser(request) };
      const wait = await renewJoinLink(token, asking);
      const kind = wait > 0 ? ('limited' as const) : ('renewed' as const);
      return json({ kind, minutes: Math.ceil(wait / 60) }, { status: wait > 0 ? 429 : 200 });
    }
    const joined = form.ok ? await joinByLink(token, askingBrowser(request)) : ({ kind: 'spent' } as const);
    if (joined.kind === 'joined')
      return enter(request, { accountId: joined.accountId, redirectTo: '/welcome', proof: 'mail' });
    return json({ kind: joined.kind, minutes: 0 }, { status: 410 });
  });

export default function JoinLinkRoute() {
  const { link, sendsMail } = useLoaderData<typeof loader>();
  return <JoinLinkView link={link} sendsMail={sendsMail} result={useActionData<typeof action>()} />;
}
