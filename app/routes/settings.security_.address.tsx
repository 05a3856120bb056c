import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { askAddressChange } from '~/auth/address-change.server';
import { requireFresh } from '~/auth/require-viewer.server';
import { addressOf } from '~/auth/ways-to-prove.server';
import { AddressPage, type AddressSaid } from '~/features/security/components/address-page';
import { formEmail, parseForm, readForm } from '~/lib/forms';
import { canSendMail } from '~/lib/mail/deliver.server';
import { maskAddress } from '~/lib/mail/mask';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';

const schema = z.object({ email: formEmail() });

export const meta: MetaFunction = (args) => pageMeta(args, { title: m.address_title(), noindex: true });

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await requireFresh(request);
    return json({ address: maskAddress(await addressOf(viewer)), sendsMail: canSendMail() });
  });

/** Queues a mail to the new address; what is said is the same for one that somebody has already. */
export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await requireFresh(request);
    const sent = await readForm(request);
    const form = parseForm(schema, sent);
    if (!form.ok) {
      const email = String(sent.get('email') ?? '').slice(0, 300);
      return json({ kind: 'invalid', email } satisfies AddressSaid, { status: 400 });
    }
    const wait = await askAddressChange(viewer, form.data.email);
    if (wait > 0)
      return json({ kind: 'limited', hours: Math.ceil(wait / 3600) } satisfies AddressSaid, { status: 429 });
    return json({ kind: 'asked', email: form.data.email } satisfies AddressSaid);
  });

export default function ChangeAddress() {
  return <AddressPage {...useLoaderData<typeof loader>()} said={useActionData() as AddressSaid | undefined} />;
}
