import { Form, Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { Section } from '~/ui/section';
import { SelectField } from '~/ui/text-field';
import type { TermPage } from '../vocabularies-page.server';
import { LabelFields } from './label-fields';

/** One word: called otherwise, made one with another, or no longer offered. */
export function TermView({ page }: { page: TermPage }) {
  const { term, others } = page;
  return (
    <div className="stack-l stack">
      <Section title={m.vocab_rename_title()}>
        <Form method="post" className="form">
          <LabelFields id="term" labels={term.labels} />
          <p className="hint">{m.vocab_rename_hint()}</p>
          <div className="form-actions">
            <Button kind="primary" name="intent" value="rename">
              {m.vocab_rename()}
            </Button>
          </div>
        </Form>
      </Section>
      {others.length > 0 ? (
        <Section title={m.vocab_merge_title()}>
          <Form method="post" className="form">
            <SelectField name="into" label={m.vocab_merge_into()} hint={m.vocab_merge_hint()} options={others} />
            <div className="form-actions">
              <Button kind="danger" name="intent" value="merge">
                {m.vocab_merge()}
              </Button>
            </div>
          </Form>
        </Section>
      ) : null}
      <Section title={term.retired ? m.vocab_offer_title() : m.vocab_retire_title()}>
        <Form method="post" className="stack">
          <p className="measure">{term.retired ? m.vocab_offer_text() : m.vocab_retire_text()}</p>
          <Button name="intent" value={term.retired ? 'offer' : 'retire'}>
            {term.retired ? m.vocab_offer() : m.vocab_retire()}
          </Button>
        </Form>
      </Section>
      <p>
        <Link to="/operate/vocabularies">{m.vocab_back()}</Link>
      </p>
    </div>
  );
}
