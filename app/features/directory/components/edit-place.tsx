import type { FormValues } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';
import { RadioGroup } from '~/ui/choice-group';
import { Combobox } from '~/ui/combobox';
import { type EditChoices, one } from '../edit-form';

type EditPlaceProps = {
  label: string;
  hint: React.ReactNode;
  error?: string;
  values: FormValues;
  choices: EditChoices | null | undefined;
  /** Whether words that name no known place may stay as they are. */
  keepsWords?: boolean;
};

/** Where someone is: a text with suggestions and, where it names several places, the question which one is meant. */
export function EditPlace({ label, hint, error, values, choices, keepsWords = false }: EditPlaceProps) {
  const candidates = choices?.candidates ?? [];
  const asWritten = keepsWords ? [{ value: 'words', label: m.profile_place_as_written() }] : [];
  return (
    <div className="stack-s stack">
      <Combobox
        name="place"
        url="/suggest/places"
        label={label}
        hint={hint}
        error={error}
        defaultValue={one(values, 'place')}
        valueName="placeValue"
        defaultPicked={one(values, 'placeValue') || undefined}
      />
      {choices && (candidates.length > 0 || keepsWords) ? (
        <>
          <input type="hidden" name="placeAsked" value={choices.asked} />
          <RadioGroup
            name="placeAnswer"
            legend={m.profile_place_which({ text: choices.asked })}
            options={[...candidates, ...asWritten]}
          />
        </>
      ) : null}
    </div>
  );
}
