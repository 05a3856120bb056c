import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { viewerOf } from '~/auth/require-viewer.server';
import { startOver } from '~/auth/session.server';
import { declineInvited, invitedPage } from '~/features/inviting/answer-invited.server';
import { InvitedView } from '~/features/inviting/components/invited-page';
import { isTryingLinks } from '~/features/joining/answer-invitation.server';
import { comeInvited } from '~/features/welcoming/come-invited.server';
import { DomainError } from '~/lib/errors';
import { parseForm, readForm } from '~/lib/forms';
import { currentRequest } from '~/lib/http/request-store.server';
import { requestLocale } from '~/lib/messages/locale.server';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

const schema = z.object({ intent: z.enum(['accept', 'decline']) });
const STATUS = { declined: 200, has_account: 409, unknown: 410 };

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.invitation_title(), noindex: true });

/** Opening the link changes nothing: mail programs and scanners open links as well. */
export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () => json(await invitedPage(params.token ?? '', requestLocale(request, await viewerOf(request)))));

export const action = ({ request, params }: ActionFunctionArgs) =>
  answer(async () => {
    const form = parseForm(schema, await readForm(request));
    if (!form.ok) throw new DomainError('invalid', m.errors_form_unreadable());
    if (await isTryingLinks(currentRequest()?.clientAddress ?? ''))
      throw new DomainError('too_many', m.invitation_too_many());
    const token = params.token ?? '';
    if (form.data.intent === 'decline') {
      const kind = (await declineInvited(token)) ? ('declined' as const) : ('unknown' as const);
      return json({ kind }, { status: STATUS[kind] });
    }
    const said = await comeInvited(token);
    if (said.kind !== 'accepted') return json({ kind: said.kind }, { status: STATUS[said.kind] });
    return redirect('/settings/sharing', {
      headers: { 'Set-Cookie': await startOver(request, said.accountId, 'mail') },
    });
  });

export default function InvitedLink() {
  return <InvitedView page={useLoaderData<typeof loader>()} said={useActionData<typeof action>()?.kind} />;
}
