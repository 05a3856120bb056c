import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { viewerOf } from '~/auth/require-viewer.server';
import { declineInvited, invitedPage } from '~/features/inviting/answer-invited.server';
import { InvitedView } from '~/features/inviting/components/invited-page';
import { answerLink } from '~/features/joining/answer-link.server';
import { comeInvited } from '~/features/welcoming/come-invited.server';
import { requestLocale } from '~/lib/messages/locale.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.invitation_title(), noindex: true });

/** Opening the link changes nothing: mail programs and scanners open links as well. */
export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () => json(await invitedPage(params.token ?? '', requestLocale(request, await viewerOf(request)))));

export const action = ({ request, params }: ActionFunctionArgs) =>
  answer(() => answerLink(request, params.token ?? '', { accept: comeInvited, decline: declineInvited }));

export default function InvitedLink() {
  return <InvitedView page={useLoaderData<typeof loader>()} said={useActionData<typeof action>()?.kind} />;
}
