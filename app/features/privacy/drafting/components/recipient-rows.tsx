import { Form, Link } from '@remix-run/react';
import { many } from '~/features/directory/edit-form';
import { m } from '~/lib/paraglide/messages.js';
import { CheckboxGroup } from '~/ui/choice-group';
import { Notice } from '~/ui/notice';
import type { RecipientForm as Data, DraftPageData } from '../draft-page.server';
import type { Refused } from './category-form';
import { Faults } from './faults';
import { KeepActions } from './keep-actions';
import { RemoveForm } from './remove-form';

type RecipientRowsProps = { page: DraftPageData; refused: Refused };

/** The services outside of the hub that get anything. */
export function RecipientRows({ page: { table, openedRecipient, faults, warnings }, refused }: RecipientRowsProps) {
  const rows = table?.recipients ?? [];
  if (rows.length === 0) return <p className="soft">{m.privacy_recipients_none()}</p>;
  return (
    <ul className="plain-list ruled">
      {rows.map((row) => {
        const mine = openedRecipient?.name === row.name ? openedRecipient : null;
        const about = [...faults, ...warnings].filter(({ part, name }) => part === 'recipients' && name === row.name);
        return (
          <li key={row.name} id={`recipients-${row.name}`} className="stack-s stack">
            <div className="row row-between">
              <h3>{row.label}</h3>
              {mine ? null : (
                <Link
                  to={`?recipient=${row.name}#recipients-${row.name}`}
                  aria-label={m.drafting_change_of({ what: row.label })}
                >
                  {m.drafting_change()}
                </Link>
              )}
            </div>
            <p className="hint">{row.what || m.drafting_no_categories()}</p>
            <Faults faults={about} />
            {mine ? (
              <>
                <RecipientForm form={mine} refused={refused?.part === 'recipients' ? refused : undefined} />
                <RemoveForm part="recipient" name={mine.name} base={mine.base}>
                  {m.drafting_remove_recipient()}
                </RemoveForm>
              </>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

function RecipientForm({ form, refused }: { form: Data; refused: Refused }) {
  const values = refused?.values ?? form.values;
  return (
    <Form method="post" action={`?recipient=${form.name}`} className="form" preventScrollReset>
      <input type="hidden" name="name" value={form.name} />
      <input type="hidden" name="base" value={form.base} />
      {refused ? (
        <Notice kind="error" live title={m.drafting_not_kept()}>
          <p>{refused.problem}</p>
        </Notice>
      ) : null}
      <CheckboxGroup
        name="categories"
        legend={m.drafting_recipient_gets()}
        chosen={many(values, 'categories')}
        options={form.categories}
      />
      <CheckboxGroup
        name="purposes"
        legend={m.drafting_purposes()}
        chosen={many(values, 'purposes')}
        options={form.purposes}
      />
      <KeepActions part="recipient" />
    </Form>
  );
}
