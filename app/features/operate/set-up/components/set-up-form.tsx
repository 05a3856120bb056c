import { Form } from '@remix-run/react';
import { one } from '~/features/directory/edit-form';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Section } from '~/ui/section';
import { TextField } from '~/ui/text-field';
import { ColourFields } from '../../network/components/colour-fields';
import { MailSection } from '../../network/components/mail-section';
import { IdentityFields, LanguageFields } from '../../network/components/network-fields';
import type { SetUpPage } from '../set-up-page.server';
import type { SetUpOutcome } from '../submit-set-up.server';
import { WordFields } from './word-fields';

/** Everything a network has to say before it begins, on one page. */
export function SetUpForm({ page, outcome }: { page: SetUpPage; outcome: SetUpOutcome | undefined }) {
  const values = outcome?.values ?? page.values;
  const errors = outcome?.errors ?? {};
  const offered = page.words.interests.length + page.words.skills.length === 0;
  return (
    <Form method="post" className="stack-l stack" noValidate preventScrollReset>
      {/* The first button of a form is the one that Enter presses. */}
      <button type="submit" name="intent" value="finish" className="sr-only" tabIndex={-1} aria-hidden="true" />
      <ErrorSummary errors={errors} title={m.setup_error_title()} />
      <Section title={m.setup_section_network()}>
        <div className="form">
          <LanguageFields values={values} errors={errors} />
          <IdentityFields values={values} errors={errors} />
        </div>
      </Section>
      <Section title={m.setup_section_you()}>
        <You page={page} name={one(values, 'personName')} error={errors.personName} />
      </Section>
      <Section title={m.setup_section_words()}>
        <div className="stack-l stack">
          <p className="measure">
            {m.setup_words_text()} {offered ? m.setup_words_usual() : null}
          </p>
          <WordFields kind="interests" groups={page.interests} known={page.words.interests} {...{ values, errors }} />
          <WordFields kind="skills" groups={page.skills} known={page.words.skills} {...{ values, errors }} />
        </div>
      </Section>
      <Section title={m.setup_section_colour()}>
        <div className="stack">
          <ColourFields values={values} errors={errors} />
        </div>
      </Section>
      <Section title={m.setup_section_mail()}>
        <div className="measure">
          <MailSection mail={page.mail} sent={outcome?.sent} />
        </div>
      </Section>
      <Section title={m.setup_section_finish()}>
        <div className="stack measure">
          <p>{m.setup_finish_text()}</p>
          <Button kind="primary" name="intent" value="finish">
            {m.setup_finish()}
          </Button>
        </div>
      </Section>
    </Form>
  );
}

function You({ page, name, error }: { page: SetUpPage; name: string; error: string | undefined }) {
  return (
    <div className="form">
      <p>{m.setup_you_text({ email: page.email })}</p>
      {page.known ? (
        <p>{m.setup_you_known()}</p>
      ) : (
        <TextField
          name="personName"
          label={m.setup_your_name()}
          hint={m.setup_your_name_hint()}
          error={error}
          defaultValue={name}
          autoComplete="name"
        />
      )}
    </div>
  );
}
