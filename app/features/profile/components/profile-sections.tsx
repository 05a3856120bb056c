import { EditLinks } from '~/features/directory/components/edit-links';
import { EditPlace } from '~/features/directory/components/edit-place';
import { type EditOutcome, many, one } from '~/features/directory/edit-form';
import type { FormValues } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';
import { CheckboxGroup } from '~/ui/choice-group';
import { Section } from '~/ui/section';
import { TagPicker } from '~/ui/tag-picker';
import { TextArea, TextField } from '~/ui/text-field';
import type { Options } from '../profile-words.server';
import { Flag } from './flag';
import { Seen } from './seen-by';

const MOST_LINKS = 8;

export interface SectionProps {
  values: FormValues;
  errors: Record<string, string>;
}

export const control = ({ values, errors }: SectionProps, name: string) => ({
  name,
  error: errors[name],
  defaultValue: one(values, name),
});

export function WhoYouAre(props: SectionProps) {
  return (
    <Section title={m.profile_section_you()}>
      <div className="form">
        <TextField
          {...control(props, 'name')}
          label={m.profile_name()}
          hint={<Seen field="name">{m.profile_name_hint()}</Seen>}
          autoComplete="name"
          required
        />
        <TextField
          {...control(props, 'alias')}
          label={m.profile_alias()}
          hint={<Seen field="alias">{m.profile_alias_hint()}</Seen>}
          optional
        />
        <Flag {...props} name="aliasOnly" label={m.profile_alias_only()} hint={m.profile_alias_only_hint()} />
        <TextField
          {...control(props, 'pronouns')}
          label={m.profile_pronouns()}
          hint={<Seen field="pronouns" />}
          optional
        />
        <TextField
          {...control(props, 'headline')}
          label={m.profile_headline()}
          hint={<Seen field="headline">{m.profile_headline_hint()}</Seen>}
          optional
        />
        <TextArea
          {...control(props, 'bio')}
          label={m.profile_bio()}
          hint={<Seen field="bio">{m.profile_bio_hint()}</Seen>}
          rows={7}
          optional
        />
        <EditLinks
          legend={m.profile_links()}
          hint={<Seen field="links">{m.profile_links_hint()}</Seen>}
          error={props.errors.links}
          values={props.values}
          most={MOST_LINKS}
        />
      </div>
    </Section>
  );
}

export function WhatYouDo({ values, errors, options }: SectionProps & { options: Options }) {
  const picker = (name: keyof Options, legend: string) => (
    <TagPicker
      name={name}
      legend={legend}
      hint={<Seen field={name} />}
      error={errors[name]}
      options={options[name]}
      chosen={many(values, name)}
    />
  );
  return (
    <Section title={m.profile_section_do()}>
      <div className="form">
        <CheckboxGroup
          name="networkRoles"
          legend={m.profile_roles()}
          hint={<Seen field="network_role">{m.profile_roles_hint()}</Seen>}
          error={errors.networkRoles}
          options={options.networkRoles}
          chosen={many(values, 'networkRoles')}
        />
        {picker('interests', m.profile_interests())}
        {picker('skills', m.profile_skills())}
        {picker('learning', m.profile_learning())}
        {picker('languages', m.profile_languages())}
      </div>
    </Section>
  );
}

export function WhereYouAre({ values, errors, place }: SectionProps & { place: EditOutcome['place'] | undefined }) {
  const hint = (
    <>
      {m.profile_place_hint()} <strong>{m.privacy_label_person_town()}:</strong> <Seen field="town" />{' '}
      <strong>{m.privacy_label_person_region()}:</strong> <Seen field="region" />
    </>
  );
  return (
    <Section title={m.profile_section_place()}>
      <div className="form">
        <EditPlace label={m.profile_place()} hint={hint} error={errors.place} values={values} choices={place} />
        <Flag
          values={values}
          errors={errors}
          name="offMap"
          label={m.profile_off_map()}
          hint={m.profile_off_map_hint()}
        />
      </div>
    </Section>
  );
}
