import { Form } from '@remix-run/react';
import { many, one } from '~/features/directory/edit-form';
import { m } from '~/lib/paraglide/messages.js';
import { CheckboxGroup } from '~/ui/choice-group';
import { Notice } from '~/ui/notice';
import { SelectField, TextField } from '~/ui/text-field';
import type { CategoryForm as Data } from '../draft-page.server';
import { DRAFT_LIMITS } from '../draft-parts';
import type { DraftSaid } from '../submit-draft.server';
import { KeepActions } from './keep-actions';

export type Refused = Extract<DraftSaid, { ok: false }> | undefined;

const keptFrom = () => [
  { value: 'account', label: m.drafting_kept_account() },
  { value: 'group', label: m.drafting_kept_group() },
  { value: 'event', label: m.drafting_kept_event() },
  { value: '', label: m.drafting_kept_days_only() },
];

/** Everything one category says, to be changed. */
export function CategoryForm({ form, refused }: { form: Data; refused: Refused }) {
  const values = refused?.values ?? form.values;
  const text = (name: string) => ({ name, defaultValue: one(values, name) });
  return (
    <Form method="post" action={`?category=${form.name}`} className="form" noValidate preventScrollReset>
      <input type="hidden" name="name" value={form.name} />
      <input type="hidden" name="base" value={form.base} />
      {refused ? (
        <Notice kind="error" live title={m.drafting_not_kept()}>
          <p>{refused.problem}</p>
        </Notice>
      ) : null}
      <TextField
        {...text('label_en')}
        label={m.drafting_label_en()}
        lang="en"
        maxLength={DRAFT_LIMITS.label}
        optional
      />
      <TextField
        {...text('label_es')}
        label={m.drafting_label_es()}
        lang="es"
        maxLength={DRAFT_LIMITS.label}
        optional
      />
      <CheckboxGroup
        name="fields"
        legend={m.drafting_fields()}
        hint={m.drafting_fields_hint()}
        chosen={many(values, 'fields')}
        options={form.fields.map(({ value, label, elsewhere }) => ({
          value,
          label,
          hint: elsewhere ? m.drafting_fields_elsewhere({ category: elsewhere }) : undefined,
        }))}
      />
      <SelectField {...text('ceiling')} label={m.drafting_ceiling()} options={form.ceilings} />
      <SelectField
        {...text('default')}
        label={m.drafting_default()}
        hint={m.drafting_default_hint()}
        options={form.defaults}
      />
      <CheckboxGroup
        name="relations"
        legend={m.drafting_relations()}
        hint={m.drafting_relations_hint()}
        chosen={many(values, 'relations')}
        options={form.relations}
      />
      <CheckboxGroup
        name="purposes"
        legend={m.drafting_purposes()}
        chosen={many(values, 'purposes')}
        options={form.purposes}
      />
      <CheckboxGroup
        name="searchable"
        legend={m.drafting_search()}
        chosen={one(values, 'searchable') ? ['on'] : []}
        options={[{ value: 'on', label: m.drafting_searchable(), hint: m.drafting_searchable_hint() }]}
      />
      <SelectField {...text('basis')} label={m.drafting_basis()} options={form.bases} />
      <SelectField {...text('kept_from')} label={m.drafting_kept()} options={keptFrom()} />
      <TextField
        {...text('kept_days')}
        label={m.drafting_kept_days()}
        hint={m.drafting_kept_days_hint()}
        inputMode="numeric"
        maxLength={DRAFT_LIMITS.days}
      />
      <KeepActions part="category" />
    </Form>
  );
}
