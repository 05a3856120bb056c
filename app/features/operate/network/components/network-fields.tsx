import { many, one } from '~/features/directory/edit-form';
import type { FormValues } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';
import { CheckboxGroup, RadioGroup } from '~/ui/choice-group';
import { LANGUAGES } from '~/ui/language-switch';
import { TextArea, TextField } from '~/ui/text-field';

export interface FieldsProps {
  values: FormValues;
  errors: Record<string, string>;
}

/** The languages of the interface, and the one that comes first. */
export function LanguageFields({ values, errors }: FieldsProps) {
  const options = LANGUAGES.map(({ locale, name }) => ({ value: locale, label: <span lang={locale}>{name}</span> }));
  return (
    <>
      <CheckboxGroup
        name="locales"
        legend={m.network_locales()}
        hint={m.network_locales_hint()}
        error={errors.locales}
        options={options}
        chosen={many(values, 'locales')}
      />
      <RadioGroup
        name="defaultLocale"
        legend={m.network_default_locale()}
        hint={m.network_default_locale_hint()}
        error={errors.defaultLocale}
        options={options}
        chosen={one(values, 'defaultLocale')}
      />
    </>
  );
}

/** What the network is called and what it is for, in each language. */
export function IdentityFields({ values, errors }: FieldsProps) {
  const field = (name: string) => ({ name, error: errors[name], defaultValue: one(values, name) });
  return (
    <>
      <TextField {...field('name')} label={m.network_name()} hint={m.network_name_hint()} autoComplete="organization" />
      {LANGUAGES.map(({ locale, name }) => (
        <TextField
          key={locale}
          {...field(`purpose_${locale}`)}
          lang={locale}
          label={m.network_purpose({ language: name })}
          hint={m.network_purpose_hint()}
        />
      ))}
      {LANGUAGES.map(({ locale, name }) => (
        <TextArea
          key={locale}
          {...field(`description_${locale}`)}
          lang={locale}
          label={m.network_description({ language: name })}
          hint={m.network_description_hint()}
          optional
        />
      ))}
    </>
  );
}
