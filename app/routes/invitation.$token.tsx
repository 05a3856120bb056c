import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { viewerOf } from '~/auth/require-viewer.server';
import { acceptInvitation, declineInvitation, invitationPage } from '~/features/joining/answer-invitation.server';
import { answerLink } from '~/features/joining/answer-link.server';
import { InvitationView } from '~/features/joining/components/invitation-page';
import { requestLocale } from '~/lib/messages/locale.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.invitation_title(), noindex: true });

/** Opening the link changes nothing: mail programs and scanners open links as well. */
export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () => {
    const locale = requestLocale(request, await viewerOf(request));
    return json(await invitationPage(params.token ?? '', locale));
  });

export const action = ({ request, params }: ActionFunctionArgs) =>
  answer(() => answerLink(request, params.token ?? '', { accept: acceptInvitation, decline: declineInvitation }));

export default function InvitationLink() {
  return <InvitationView page={useLoaderData<typeof loader>()} said={useActionData<typeof action>()?.kind} />;
}
