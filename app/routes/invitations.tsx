import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/auth/require-viewer.server';
import { InvitingPage } from '~/features/inviting/components/inviting-page';
import { myInvitations } from '~/features/inviting/invite-somebody.server';
import { submitInvitation } from '~/features/inviting/submit-invitation.server';
import { readForm } from '~/lib/forms';
import { canSendMail } from '~/lib/mail/deliver.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

const STATUS = { sent: 200, withdrawn: 200, invalid: 400, own: 409, again: 409, gone: 409, too_many: 429 };

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.inviting_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await requireMember(request);
    return json({ name: viewer.name, open: await myInvitations(viewer), sendsMail: canSendMail() });
  });

export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const said = await submitInvitation(await requireMember(request), await readForm(request));
    return json(said, { status: STATUS[said.kind] });
  });

export default function Invitations() {
  return <InvitingPage {...useLoaderData<typeof loader>()} said={useActionData<typeof action>()} />;
}
