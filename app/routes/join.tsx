import {
  type ActionFunctionArgs,
  type HeadersFunction,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { rememberBrowser } from '~/auth/asking-browser.server';
import { enter } from '~/auth/enter.server';
import { viewerOf } from '~/auth/require-viewer.server';
import { AskedToJoin } from '~/features/welcoming/components/asked-to-join';
import { JoinView } from '~/features/welcoming/components/join-view';
import { enterByCode } from '~/features/welcoming/enter-by-code.server';
import { joinPage } from '~/features/welcoming/join-page.server';
import { JOIN_STATUS, submitJoin } from '~/features/welcoming/submit-join.server';
import { readForm } from '~/lib/forms';
import { currentRequest } from '~/lib/http/request-store.server';
import { requestLocale } from '~/lib/messages/locale.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: m.join_title({ network: args.data?.page.network ?? '' }),
    description: args.data?.page.purpose,
  });

/** A page passes on the headers of its action only when told to. */
export const headers: HeadersFunction = ({ actionHeaders }): Record<string, string> => {
  const wait = actionHeaders.get('Retry-After');
  return wait ? { 'Retry-After': wait } : {};
};

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await viewerOf(request);
    const kind = new URL(request.url).searchParams.get('as') === 'group' ? ('group' as const) : ('person' as const);
    const page = await joinPage(viewer, requestLocale(request, viewer));
    return json({ page, kind, signedIn: viewer.kind === 'person' });
  });

export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const form = await readForm(request);
    if (form.get('intent') === 'code') {
      const entered = await enterByCode(request, form);
      return 'entry' in entered ? enter(request, entered.entry) : json(entered, { status: JOIN_STATUS[entered.kind] });
    }
    const outcome = await submitJoin(form, () => ({
      locale: requestLocale(request),
      clientAddress: currentRequest()?.clientAddress ?? '',
      browserHash: rememberBrowser(request),
    }));
    const headers = outcome.kind === 'limited' ? { 'Retry-After': String(outcome.seconds) } : undefined;
    return json(outcome, { status: JOIN_STATUS[outcome.kind], headers });
  });

export default function JoinRoute() {
  const { page, kind, signedIn } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  if (outcome && (outcome.kind === 'asked' || outcome.kind === 'wrong_code'))
    return (
      <AskedToJoin email={outcome.email} wrong={outcome.kind === 'wrong_code'} sendsMail={page.sendsMail} kind={kind} />
    );
  return <JoinView page={page} kind={kind} signedIn={signedIn} outcome={outcome} />;
}
