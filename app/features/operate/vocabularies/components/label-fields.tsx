import { m } from '~/lib/paraglide/messages.js';
import { TextField } from '~/ui/text-field';

/** What a term is called in both languages; `id` keeps the fields of several forms apart. */
export function LabelFields({ id, labels }: { id: string; labels?: { en: string; es?: string } }) {
  return (
    <>
      <TextField
        id={`${id}-en`}
        name="en"
        lang="en"
        label={m.vocab_english()}
        defaultValue={labels?.en}
        maxLength={80}
        required
      />
      <TextField
        id={`${id}-es`}
        name="es"
        lang="es"
        label={m.vocab_spanish()}
        defaultValue={labels?.es}
        maxLength={80}
        optional
      />
    </>
  );
}
