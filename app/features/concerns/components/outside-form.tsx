import { Form } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { LANGUAGES } from '~/ui/language-switch';
import { Name } from '~/ui/name';
import { SelectField, TextField } from '~/ui/text-field';
import { CONCERN_LIMITS } from '../limits';
import type { OutsideLine, PeopleSaid } from '../people-page.server';

/** Who stands outside, and where somebody is named for that. */
export function OutsideForm({ outside, said }: { outside: OutsideLine[]; said: PeopleSaid | undefined }) {
  const invalid = said?.kind === 'invalid' ? said : undefined;
  const words = { name: m.concern_error_outside_name(), email: m.concern_error_contact() };
  const errors = Object.fromEntries((invalid?.wrong ?? []).map((field) => [field, words[field]]));
  return (
    <div className="stack">
      <p>{m.concern_outside_text()}</p>
      {outside.length === 0 ? <p className="soft">{m.concern_outside_none()}</p> : <Now outside={outside} />}
      <ErrorSummary errors={invalid ? errors : undefined} />
      <Form method="post" className="form" noValidate key={said && !invalid ? said.kind : 'outside'}>
        <TextField
          name="name"
          label={m.concern_outside_name()}
          hint={m.concern_outside_name_hint()}
          error={errors.name}
          defaultValue={invalid?.name}
          maxLength={CONCERN_LIMITS.name}
          autoComplete="off"
          required
        />
        <TextField
          name="email"
          type="email"
          dir="ltr"
          label={m.concern_outside_email()}
          hint={m.concern_outside_email_hint()}
          error={errors.email}
          defaultValue={invalid?.email}
          autoComplete="off"
          required
        />
        <SelectField
          name="locale"
          label={m.concern_outside_locale()}
          options={LANGUAGES.map(({ locale, name }) => ({ value: locale, label: name }))}
          defaultValue={invalid?.locale}
        />
        <div className="form-actions">
          <Button kind="primary" name="intent" value="outside">
            {m.concern_outside_button()}
          </Button>
        </div>
      </Form>
    </div>
  );
}

function Now({ outside }: { outside: OutsideLine[] }) {
  return (
    <>
      <ul className="plain-list ruled">
        {outside.map(({ name, address, agreed }) => (
          <li key={`${name} ${address}`}>
            <Name>{name}</Name> · <bdi>{address}</bdi>
            <p className="hint">{agreed ? m.concern_outside_agreed() : m.concern_outside_waits()}</p>
          </li>
        ))}
      </ul>
      <Form method="post" className="section-gap-s">
        <Button small name="intent" value="remove_outside">
          {m.concern_outside_remove()}
        </Button>
      </Form>
      <h3>{m.concern_outside_next()}</h3>
    </>
  );
}
