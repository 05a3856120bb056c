import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { askingBrowser, rememberBrowser } from '~/auth/asking-browser.server';
import { LinkPage } from '~/auth/components/link-page';
import { enter } from '~/auth/enter.server';
import { requestSignIn } from '~/auth/sign-in.server';
import { addressOfToken, consumeToken, tokenState } from '~/auth/sign-in-tokens.server';
import { parseForm, readForm } from '~/lib/forms';
import { currentRequest } from '~/lib/http/request-store.server';
import { canSendMail } from '~/lib/mail/deliver.server';
import { requestLocale } from '~/lib/messages/locale.server';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

const schema = z.object({ intent: z.enum(['sign-in', 'renew']).default('sign-in') });

export const meta: MetaFunction = () => [{ title: m.auth_sign_in_title() }, { name: 'robots', content: 'noindex' }];

/** Opening a link changes nothing: mail programs and scanners open links as well. */
export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () =>
    json({ state: await tokenState(params.token ?? '', askingBrowser(request)), sendsMail: canSendMail() }),
  );

async function renew(request: Request, token: string): Promise<number> {
  const known = await addressOfToken(token);
  if (!known) return 0;
  const clientAddress = currentRequest()?.clientAddress ?? '';
  const browserHash = rememberBrowser(request);
  return requestSignIn({ ...known, locale: requestLocale(request), clientAddress, browserHash });
}

export const action = ({ request, params }: ActionFunctionArgs) =>
  answer(async () => {
    const token = params.token ?? '';
    const form = parseForm(schema, await readForm(request));
    if (form.ok && form.data.intent === 'renew') {
      const wait = await renew(request, token);
      return json({ kind: wait > 0 ? 'limited' : 'renewed', minutes: Math.ceil(wait / 60) } as const, {
        status: wait > 0 ? 429 : 200,
      });
    }
    const consumed = await consumeToken(token, askingBrowser(request));
    return consumed ? enter(request, consumed) : json({ kind: 'spent', minutes: 0 } as const, { status: 410 });
  });

export default function SignInLink() {
  const { state, sendsMail } = useLoaderData<typeof loader>();
  return <LinkPage state={state} sendsMail={sendsMail} result={useActionData<typeof action>()} />;
}
