import { Form, Link } from '@remix-run/react';
import { one } from '~/features/directory/edit-form';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import { Section } from '~/ui/section';
import { TextField } from '~/ui/text-field';
import type { DraftPageData } from '../draft-page.server';
import { AddForm } from './add-form';
import type { Refused } from './category-form';
import { CategoryRows } from './category-rows';
import { DraftState } from './draft-state';
import { Faults } from './faults';
import { languageName } from './language-name';
import { RecipientRows } from './recipient-rows';

type DraftViewProps = { page: DraftPageData; saved: boolean; refused: Refused };

const HERE = ['categories', 'recipients', 'statistics'];

/** The draft of the next privacy policy: its table, its numbers, the ways to its text and to publishing it. */
export function DraftView({ page, saved, refused }: DraftViewProps) {
  const { table, faults, warnings, languages } = page;
  const elsewhere = [...faults, ...warnings].filter(
    ({ part, name }) => !HERE.includes(part) || (!name && part !== 'statistics'),
  );
  return (
    <>
      <PageHeading title={m.drafting_title()} lede={m.drafting_lede()}>
        <p>
          <Link to="/privacy">{m.drafting_in_force({ version: page.inForce })}</Link>
        </p>
      </PageHeading>
      <div className="measure">
        {saved && !refused ? (
          <Notice kind="success" live>
            <p>{m.drafting_saved()}</p>
          </Notice>
        ) : null}
        <DraftState page={page} />
        <div className="section-gap">
          <Section title={m.drafting_text_title()} id="text">
            <p>{m.drafting_text_text()}</p>
            <Faults faults={elsewhere} />
            <ul className="plain-list">
              {[...new Set(['en', 'es', ...languages, 'all'])].map((part) => (
                <li key={part}>
                  <Link to={`/steward/policy/text?part=${part}`}>{languageName(part)}</Link>
                </li>
              ))}
            </ul>
          </Section>
          {table ? (
            <>
              <Section title={m.drafting_table_title()} id="table">
                <p>{m.drafting_table_text()}</p>
                <CategoryRows page={page} refused={refused} />
                <AddForm
                  intent="add-category"
                  label={m.drafting_add_category()}
                  hint={m.drafting_add_category_hint()}
                  refused={refused}
                />
              </Section>
              <Section title={m.privacy_recipients_title()} id="recipients">
                <p>{m.drafting_recipients_text()}</p>
                <RecipientRows page={page} refused={refused} />
                <AddForm
                  intent="add-recipient"
                  label={m.drafting_add_recipient()}
                  hint={m.drafting_add_recipient_hint()}
                  refused={refused}
                />
              </Section>
              <Section title={m.privacy_statistics_title()} id="statistics">
                <Numbers page={page} refused={refused?.part === 'statistics' ? refused : undefined} />
              </Section>
            </>
          ) : (
            <Notice kind="warning" title={m.drafting_no_table_title()}>
              <p>{m.drafting_no_table_text()}</p>
            </Notice>
          )}
        </div>
      </div>
    </>
  );
}

function Numbers({ page: { table, faults }, refused }: { page: DraftPageData; refused: Refused }) {
  const stored = table?.statistics;
  const text = (name: 'minimum' | 'round') => (refused ? one(refused.values, name) : (stored?.[name] ?? ''));
  return (
    <Form method="post" className="form" noValidate preventScrollReset>
      <input type="hidden" name="base" value={stored?.base} />
      <Faults faults={faults.filter(({ part }) => part === 'statistics')} />
      <TextField
        name="minimum"
        label={m.drafting_minimum()}
        hint={m.drafting_minimum_hint()}
        error={refused?.problem}
        inputMode="numeric"
        defaultValue={text('minimum')}
      />
      <TextField name="round" label={m.drafting_round()} inputMode="numeric" defaultValue={text('round')} />
      <div className="form-actions">
        <Button name="intent" value="statistics">
          {m.drafting_save()}
        </Button>
      </div>
    </Form>
  );
}
