import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { viewerOf } from '~/auth/require-viewer.server';
import { ContactPage } from '~/features/contact/components/contact-page';
import { contactOffer } from '~/features/contact/contact-of.server';
import { openContact } from '~/features/contact/open.server';
import { readButton } from '~/lib/forms';
import { currentRequest } from '~/lib/http/request-store.server';
import { pageMeta } from '~/lib/page-meta';
import { answer } from '~/lib/route-errors.server';

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.offer.name, noindex: true });

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () => {
    const slug = params.slug ?? '';
    const offer = await contactOffer(await viewerOf(request), { kind: 'group', slug });
    return json({ offer, back: `/groups/${encodeURIComponent(slug)}` });
  });

/** Shows the contact this once: it is on no page that can be gone back to. */
export const action = ({ request, params }: ActionFunctionArgs) =>
  answer(async () => {
    const viewer = await viewerOf(request);
    await readButton(request);
    const from = currentRequest()?.clientAddress ?? '';
    return json(await openContact(viewer, { kind: 'group', slug: params.slug ?? '' }, from));
  });

export default function GroupContact() {
  return <ContactPage {...useLoaderData<typeof loader>()} opened={useActionData<typeof action>()} />;
}
