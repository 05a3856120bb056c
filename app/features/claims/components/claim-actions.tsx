import { Form } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { RadioGroup } from '~/ui/choice-group';
import { Section } from '~/ui/section';
import { TextArea } from '~/ui/text-field';
import type { ClaimPage } from '../read-claims.server';

/** What the reader of a claim may do about it: each a form of its own address. */
export function ClaimActions({ claim, path, error }: { claim: ClaimPage; path: string; error?: string }) {
  const at = `/claims/${claim.id}`;
  return (
    <>
      {claim.mayAccept ? (
        <Section title={m.claims_accept_title()}>
          <p>{m.claims_accept_text()}</p>
          <div className="row section-gap-s">
            <Form method="post" action={`${at}/acceptance`}>
              <Button kind="primary">{m.claims_accept()}</Button>
            </Form>
            <Form method="post" action={`${at}/withdrawal`}>
              <Button>{m.claims_decline()}</Button>
            </Form>
          </div>
        </Section>
      ) : null}
      {claim.mayDecide ? <Decide error={error} /> : null}
      {claim.mayObject ? (
        <Section title={m.claims_object_title()}>
          <p>{m.claims_object_text()}</p>
          <Form method="post" action={`${at}/objection`} className="form section-gap-s">
            <input type="hidden" name="returnTo" value={path} />
            <TextArea name="words" label={m.claims_object_words()} hint={m.claims_words_hint()} optional />
            <div className="form-actions">
              <Button kind="danger">{m.claims_object()}</Button>
            </div>
          </Form>
        </Section>
      ) : null}
      {claim.mayWithdraw && !claim.mayAccept ? (
        <Section title={m.claims_withdraw_title()}>
          <p>{m.claims_withdraw_text()}</p>
          <Form method="post" action={`${at}/withdrawal`} className="section-gap-s">
            <Button>{m.claims_withdraw()}</Button>
          </Form>
        </Section>
      ) : null}
    </>
  );
}

function Decide({ error }: { error?: string }) {
  return (
    <Section title={m.claims_decide_title()}>
      <p>{m.claims_decide_text()}</p>
      <Form method="post" className="form section-gap-s">
        <RadioGroup
          name="decision"
          legend={m.claims_decide_legend()}
          error={error}
          options={[
            { value: 'yes', label: m.claims_decide_yes() },
            { value: 'no', label: m.claims_decide_no() },
          ]}
        />
        <TextArea name="note" label={m.claims_decide_note()} optional />
        <div className="form-actions">
          <Button kind="primary">{m.claims_decide_send()}</Button>
        </div>
      </Form>
    </Section>
  );
}
