import { Form } from '@remix-run/react';
import { Fragment } from 'react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { CheckboxGroup } from '~/ui/choice-group';
import { ErrorSummary } from '~/ui/error-summary';
import { formatNumber } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import { Section } from '~/ui/section';
import { SelectField, TextArea, TextField } from '~/ui/text-field';
import { ALERT_LIMITS } from '../alert-limits';
import type { Reach } from '../alerts.server';
import type { AlertAnswer, AlertsPageData } from '../alerts-page.server';

type Values = Record<string, string>;

const LANGUAGES = {
  en: { title: 'titleEn', text: 'textEn', titleLabel: m.notices_alert_title_en, textLabel: m.notices_alert_text_en },
  es: { title: 'titleEs', text: 'textEs', titleLabel: m.notices_alert_title_es, textLabel: m.notices_alert_text_es },
};

function Words({ page, values, faults }: { page: AlertsPageData; values: Values; faults: Values }) {
  return page.locales.map((locale) => {
    const { title, text, titleLabel, textLabel } = LANGUAGES[locale];
    return (
      <Fragment key={locale}>
        <TextField
          name={title}
          lang={locale}
          label={titleLabel()}
          maxLength={ALERT_LIMITS.title}
          defaultValue={values[title]}
          error={faults[title]}
        />
        <TextArea
          name={text}
          lang={locale}
          label={textLabel()}
          rows={5}
          maxLength={ALERT_LIMITS.text}
          defaultValue={values[text]}
          error={faults[text]}
        />
      </Fragment>
    );
  });
}

function AlertForm({ page, values, faults }: { page: AlertsPageData; values: Values; faults: Values }) {
  return (
    <Form method="post" className="form">
      <ErrorSummary errors={Object.keys(faults).length > 0 ? faults : undefined} />
      <input type="hidden" name="id" value={values.id ?? page.id} />
      <Words page={page} values={values} faults={faults} />
      <TextField
        name="place"
        label={m.notices_alert_place()}
        hint={m.notices_alert_place_hint()}
        maxLength={ALERT_LIMITS.place}
        defaultValue={values.place}
        error={faults.place}
      />
      <SelectField
        name="interest"
        label={m.notices_alert_interest()}
        defaultValue={values.interest ?? ''}
        options={[{ value: '', label: m.notices_alert_no_interest() }, ...page.interests]}
      />
      <CheckboxGroup
        name="urgent"
        legend={m.notices_alert_urgent_legend()}
        chosen={values.urgent ? ['on'] : []}
        options={[{ value: 'on', label: m.notices_alert_urgent(), hint: m.notices_alert_urgent_hint() }]}
      />
      <div className="form-actions">
        <Button kind="primary" name="intent" value="preview">
          {m.notices_alert_preview()}
        </Button>
      </div>
    </Form>
  );
}

function reachSentence(reach: Reach, locale: 'en' | 'es'): string {
  if ('fewerThan' in reach) return m.notices_alert_few({ count: formatNumber(reach.fewerThan, locale) });
  return m.notices_alert_about({ count: formatNumber(reach.about, locale) });
}

type Preview = Extract<AlertAnswer, { step: 'preview' }>;

function AlertPreview({ page, preview }: { page: AlertsPageData; preview: Preview }) {
  const { values, whom, reach } = preview;
  const locale = useLocale();
  return (
    <>
      <Notice live title={whom}>
        <p>{reachSentence(reach, locale)}</p>
        <p>{values.urgent ? m.notices_alert_comes_now() : m.notices_alert_comes_later()}</p>
      </Notice>
      {page.locales.map((each) => (
        <div key={each} lang={each} className="section-gap">
          <Section title={<bdi>{values[LANGUAGES[each].title]}</bdi>}>
            <div className="stack">
              {(values[LANGUAGES[each].text] ?? '').split(/\n{2,}/).map((paragraph) => (
                <p key={paragraph} className="typed" dir="auto">
                  {paragraph}
                </p>
              ))}
            </div>
          </Section>
        </div>
      ))}
      <Form method="post" className="form">
        {Object.entries(values).map(([name, value]) =>
          name === 'intent' ? null : <input key={name} type="hidden" name={name} value={value} />,
        )}
        <div className="form-actions">
          <Button kind="primary" name="intent" value="send">
            {m.notices_alert_send()}
          </Button>
          <Button name="intent" value="edit">
            {m.notices_alert_edit()}
          </Button>
        </div>
      </Form>
    </>
  );
}

/** Where stewards and operators write to those whom something urgent concerns. */
export function AlertsPage({ page, answer }: { page: AlertsPageData; answer: AlertAnswer | undefined }) {
  const values = answer && 'values' in answer ? answer.values : {};
  const faults = answer?.step === 'faults' ? (answer.faults as Values) : {};
  return (
    <div className="narrow stack">
      <PageHeading title={m.notices_alert_page_title()} lede={m.notices_alert_page_lede()} />
      {answer?.step === 'sent' ? (
        <Notice kind="success" live title={m.notices_alert_sent()}>
          <p>{m.notices_alert_sent_text()}</p>
        </Notice>
      ) : null}
      {answer?.step === 'preview' ? (
        <AlertPreview page={page} preview={answer} />
      ) : (
        <AlertForm key={answer?.step ?? 'new'} page={page} values={values} faults={faults} />
      )}
    </div>
  );
}
