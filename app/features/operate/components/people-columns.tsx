import { m } from '~/lib/paraglide/messages.js';
import { SelectField } from '~/ui/text-field';
import type { PersonField } from '../people-import/fields';

const LABELS: Record<PersonField, () => string> = {
  ignore: m.people_import_field_none,
  name: m.people_import_field_name,
  given_name: m.people_import_field_given_name,
  family_name: m.people_import_field_family_name,
  email: m.people_import_field_email,
  pronouns: m.people_import_field_pronouns,
  phone: m.people_import_field_phone,
  group: m.people_import_field_group,
  position: m.people_import_field_position,
  headline: m.people_import_field_headline,
  topics: m.people_import_field_topics,
  languages: m.people_import_field_languages,
  place: m.people_import_field_place,
  city: m.people_import_field_city,
  region: m.people_import_field_region,
  postal_code: m.people_import_field_postal_code,
  country: m.people_import_field_country,
  id: m.people_import_field_id,
};

/** What each column was taken for, to correct. */
export function PeopleColumns({ columns }: { columns: { name: string; field: PersonField }[] }) {
  const options = Object.entries(LABELS).map(([value, label]) => ({ value, label: label() }));
  return (
    <fieldset className="stack">
      <legend>{m.people_import_columns_title()}</legend>
      <p className="hint">{m.people_import_columns_text()}</p>
      {columns.map(({ name, field }, at) => (
        <div key={name}>
          <input type="hidden" name="column" value={name} />
          <SelectField
            id={`column-${at}`}
            name="field"
            label={<bdi>{name}</bdi>}
            defaultValue={field}
            options={options}
          />
        </div>
      ))}
    </fieldset>
  );
}
