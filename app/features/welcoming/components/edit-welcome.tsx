import { Form } from '@remix-run/react';
import type { StepKind } from '#db/schema/welcoming';
import { EditConflicts } from '~/features/directory/components/edit-conflicts';
import { many, one } from '~/features/directory/edit-form';
import type { FormValues } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { CheckboxGroup, RadioGroup } from '~/ui/choice-group';
import { ErrorSummary } from '~/ui/error-summary';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import { Section } from '~/ui/section';
import { TextArea, TextField } from '~/ui/text-field';
import { LANGS, MOST_STEPS } from '../edit-fields';
import type { EditOutcome } from '../edit-join.server';
import type { EditWelcomePage } from '../edit-welcome.server';
import { languageName } from '../text-words';

const KINDS: Record<StepKind, () => string> = {
  principles: m.join_edit_kind_principles,
  sharing: m.join_edit_kind_sharing,
  weaver: m.join_edit_kind_weaver,
  own: m.join_edit_kind_own,
};

type EditWelcomeProps = { page: EditWelcomePage; outcome: EditOutcome | undefined; saved: boolean };

/** How somebody new is welcomed, and the steps of the welcome path. */
export function EditWelcome({ page, outcome, saved }: EditWelcomeProps) {
  const values = outcome?.values ?? page.values;
  const errors = outcome?.errors ?? {};
  const steps = Array.from({ length: MOST_STEPS }, (_, at) => at);
  const used = steps.filter((at) => stepLabel(values, at));
  const free = steps.filter((at) => !used.includes(at));
  return (
    <div className="measure stack-l stack">
      <PageHeading title={m.join_edit_welcome_title()} lede={m.join_edit_welcome_lede()} />
      {saved && !outcome ? (
        <Notice kind="success" live>
          <p>{m.join_edit_saved()}</p>
        </Notice>
      ) : null}
      <Form method="post" className="stack-l stack" noValidate preventScrollReset>
        <input type="hidden" name="base" value={outcome?.base ?? page.base} />
        {outcome?.kind === 'conflict' ? <EditConflicts conflicts={outcome.conflicts} /> : null}
        <ErrorSummary errors={errors} title={m.setup_error_title()} />
        <Section title={m.join_edit_how()}>
          <RadioGroup
            name="welcome"
            legend={m.join_edit_how()}
            legendHidden
            chosen={one(values, 'welcome')}
            options={[
              { value: 'conversation', label: m.join_edit_conversation(), hint: m.join_edit_conversation_hint() },
              { value: 'one_vouch', label: m.join_edit_one_vouch(), hint: m.join_edit_vouch_hint() },
              { value: 'two_vouches', label: m.join_edit_two_vouches(), hint: m.join_edit_vouch_hint() },
            ]}
          />
        </Section>
        <Section title={m.join_edit_steps()}>
          <div className="stack">
            <p>{m.join_edit_steps_hint()}</p>
            {used.map((at) => (
              <StepFields key={at} at={at} values={values} errors={errors} />
            ))}
            {free.length > 0 ? (
              <details className="picker" open={free.some((at) => isWrong(errors, at))}>
                <summary>{m.join_edit_more({ count: free.length })}</summary>
                <div className="stack picker-body">
                  {free.map((at) => (
                    <StepFields key={at} at={at} values={values} errors={errors} />
                  ))}
                </div>
              </details>
            ) : null}
          </div>
        </Section>
        <div className="form-actions">
          <Button kind="primary">{m.join_edit_save()}</Button>
        </div>
      </Form>
    </div>
  );
}

const stepLabel = (values: FormValues, at: number) => one(values, `label_en_${at}`) || one(values, `label_es_${at}`);
const isWrong = (errors: Record<string, string>, at: number) =>
  Object.keys(errors).some((name) => name.endsWith(`_${at}`));

type StepFieldsProps = { at: number; values: FormValues; errors: Record<string, string> };

function StepFields({ at, values, errors }: StepFieldsProps) {
  const field = (name: string) => ({ name, error: errors[name], defaultValue: one(values, name) });
  const kind = (one(values, `kind_${at}`) || 'own') as StepKind;
  const [number, label] = [at + 1, stepLabel(values, at)];
  return (
    <details className="picker" open={isWrong(errors, at)}>
      <summary dir="auto">
        {label ? m.join_edit_step_summary({ number, label }) : m.join_edit_step_free({ number })}
      </summary>
      <div className="form picker-body">
        <input type="hidden" name={`id_${at}`} value={one(values, `id_${at}`)} />
        <input type="hidden" name={`kind_${at}`} value={kind} />
        <p className="hint">{KINDS[kind]()}</p>
        <CheckboxGroup
          name={`on_${at}`}
          legend={m.join_edit_on()}
          legendHidden
          chosen={many(values, `on_${at}`)}
          options={[{ value: 'on', label: m.join_edit_on() }]}
        />
        <TextField {...field(`order_${at}`)} label={m.join_edit_order()} inputMode="decimal" />
        {LANGS.map((lang) => (
          <TextField
            key={lang}
            {...field(`label_${lang}_${at}`)}
            lang={lang}
            label={m.join_edit_label({ language: languageName(lang) })}
          />
        ))}
        {LANGS.map((lang) => (
          <TextArea
            key={lang}
            {...field(`text_${lang}_${at}`)}
            lang={lang}
            label={m.join_edit_text({ language: languageName(lang) })}
          />
        ))}
        {kind === 'own' ? (
          <TextField
            {...field(`link_${at}`)}
            dir="ltr"
            label={m.join_edit_link()}
            hint={m.join_edit_link_hint()}
            optional
          />
        ) : (
          <input type="hidden" name={`link_${at}`} value={one(values, `link_${at}`)} />
        )}
      </div>
    </details>
  );
}
