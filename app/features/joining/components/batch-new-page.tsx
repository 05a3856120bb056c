import { Form } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { CheckboxGroup, RadioGroup } from '~/ui/choice-group';
import { EmptyState } from '~/ui/empty-state';
import { ErrorSummary } from '~/ui/error-summary';
import { formatNumber } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { Name } from '~/ui/name';
import { PageHeading } from '~/ui/page-heading';
import { SearchRow } from '~/ui/search-row';
import { Section } from '~/ui/section';
import { SearchField, SelectField, TextArea } from '~/ui/text-field';
import type { choosable } from '../batches/read-batches.server';
import type { DraftFault } from '../batches/submit-batch.server';
import { StewardNav } from './steward-nav';

interface BatchNewPageProps {
  found: Awaited<ReturnType<typeof choosable>>;
  rates: readonly number[];
  fault: DraftFault | undefined;
}

/** Chooses whom to ask together, and with which words; nothing is sent from here. */
export function BatchNewPage({ found, rates, fault }: BatchNewPageProps) {
  return (
    <>
      <StewardNav />
      <PageHeading title={m.batch_new_title()} lede={m.batch_new_lede()} />
      <SearchRow id="batch-search" label={m.imported_search_label()} button={m.imported_search_button()}>
        <SearchField label={m.imported_search_name()} defaultValue={found.q} />
      </SearchRow>
      <div className="section-gap measure">
        {found.total === 0 ? (
          <EmptyState title={found.q ? m.imported_nothing() : m.batch_new_nobody()} drawing={false} />
        ) : (
          <DraftForm found={found} rates={rates} fault={fault} />
        )}
      </div>
    </>
  );
}

function DraftForm({ found: { q, total, people }, rates, fault }: BatchNewPageProps) {
  const locale = useLocale();
  const words = { words_en: m.batch_error_words(), words_es: m.batch_error_words(), nobody: m.batch_error_nobody() };
  const field = { words_en: 'words_en', words_es: 'words_es', nobody: 'chosen' };
  const errors = Object.fromEntries((fault?.wrong ?? []).map((wrong) => [field[wrong], words[wrong]]));
  return (
    <Form method="post" className="form" key={q}>
      <ErrorSummary errors={fault ? errors : undefined} />
      <input type="hidden" name="q" value={q} />
      <Section title={m.batch_who_title()}>
        <div className="stack">
          <RadioGroup
            name="chosen"
            legend={m.batch_who_legend()}
            error={errors.chosen}
            chosen="all"
            options={[
              { value: 'all', label: m.batch_who_all({ count: total, shown: formatNumber(total, locale) }) },
              { value: 'ticked', label: m.batch_who_ticked() },
            ]}
          />
          <CheckboxGroup
            name="personId"
            legend={m.batch_who_people()}
            hint={total > people.length ? m.batch_who_more() : undefined}
            options={people.map(({ personId, name, source }) => ({
              value: personId,
              label: <Name>{name}</Name>,
              hint: m.imported_source({ source }),
            }))}
          />
        </div>
      </Section>
      <Section title={m.batch_words_title()}>
        <div className="form">
          {(['en', 'es'] as const).map((each) => (
            <TextArea
              key={each}
              name={`words_${each}`}
              lang={each}
              label={each === 'en' ? m.batch_words_en() : m.batch_words_es()}
              hint={m.batch_words_hint()}
              error={errors[`words_${each}`]}
              defaultValue={fault?.[`words_${each}`]}
              maxLength={2000}
              optional
            />
          ))}
          <SelectField
            name="perHour"
            label={m.batch_rate()}
            hint={m.batch_rate_hint()}
            defaultValue="50"
            options={rates.map((rate) => ({ value: String(rate), label: formatNumber(rate, locale) }))}
          />
          <div className="form-actions">
            <Button kind="primary">{m.batch_preview_button()}</Button>
          </div>
        </div>
      </Section>
    </Form>
  );
}
