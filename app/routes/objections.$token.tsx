import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { viewerOf } from '~/auth/require-viewer.server';
import { objectByLink, objectionLink } from '~/features/claims/answer-claim.server';
import { objectionForm } from '~/features/claims/claims.schema';
import { DomainError } from '~/lib/errors';
import { parseForm, readForm } from '~/lib/forms';
import { pageMeta } from '~/lib/page-meta';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';
import { OneButtonPage } from '~/ui/one-button-page';
import { TextArea } from '~/ui/text-field';

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: m.claims_contact_button(), noindex: true });

/** Opening a link changes nothing: mail programs and scanners open links as well. */
export const loader = ({ request, params }: LoaderFunctionArgs) =>
  answer(async () => {
    await viewerOf(request);
    return json(await objectionLink(params.token ?? ''));
  });

export const action = ({ request, params }: ActionFunctionArgs) =>
  answer(async () => {
    await viewerOf(request);
    const form = parseForm(objectionForm, await readForm(request));
    if (!form.ok) throw new DomainError('invalid', m.claims_error_form());
    const state = await objectByLink(params.token ?? '', form.data.words);
    return json({ done: state === 'good' }, { status: state === 'good' ? 200 : 410 });
  });

export default function Objection() {
  const { group, state } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>()?.done ?? false;
  return (
    <OneButtonPage
      state={state}
      done={done}
      good={{
        title: m.claims_link_title({ group: group ?? '' }),
        text: m.claims_link_text(),
        button: m.claims_object(),
        danger: true,
      }}
      thanks={{ title: m.claims_link_done_title(), text: m.claims_link_done_text() }}
    >
      <TextArea name="words" label={m.claims_object_words()} hint={m.claims_words_hint()} optional />
    </OneButtonPage>
  );
}
