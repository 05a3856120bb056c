import { Form } from '@remix-run/react';
import { EditConflicts } from '~/features/directory/components/edit-conflicts';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Section } from '~/ui/section';
import type { NetworkOutcome, NetworkPage } from '../network-page.server';
import { ColourFields } from './colour-fields';
import { MailSection } from './mail-section';
import { IdentityFields, LanguageFields } from './network-fields';

/** What the network says of itself, to be written anew. */
export function NetworkForm({ page, outcome }: { page: NetworkPage; outcome: NetworkOutcome | undefined }) {
  const fields = { values: outcome?.values ?? page.values, errors: outcome?.errors ?? {} };
  return (
    <Form method="post" className="stack-l stack" noValidate preventScrollReset>
      {/* The first button of a form is the one that Enter presses. */}
      <button type="submit" name="intent" value="save" className="sr-only" tabIndex={-1} aria-hidden="true" />
      <input type="hidden" name="base" value={outcome?.base ?? page.base} />
      {outcome?.kind === 'conflict' ? <EditConflicts conflicts={outcome.conflicts} /> : null}
      <ErrorSummary errors={fields.errors} title={m.setup_error_title()} />
      <Section title={m.setup_section_network()}>
        <div className="form">
          <IdentityFields {...fields} />
          <LanguageFields {...fields} />
        </div>
      </Section>
      <Section title={m.setup_section_colour()}>
        <div className="stack">
          <ColourFields {...fields} />
        </div>
      </Section>
      <div className="form-actions">
        <Button kind="primary" name="intent" value="save">
          {m.network_save()}
        </Button>
      </div>
      <Section title={m.setup_section_mail()}>
        <div className="measure">
          <MailSection mail={page.mail} sent={outcome?.sent} />
        </div>
      </Section>
    </Form>
  );
}
