import type { FormValues } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';
import { describedBy, HintAndError } from '~/ui/field';
import { TextField } from '~/ui/text-field';
import { linkRows } from '../edit-links';

type EditLinksProps = { legend: string; hint: React.ReactNode; error?: string; values: FormValues; most: number };

/** Rows of links, each with an address and what it is; saving gives more rows. */
export function EditLinks({ legend, hint, error, values, most }: EditLinksProps) {
  const id = 'field-links';
  return (
    <fieldset id={id} tabIndex={-1} className="field" aria-describedby={describedBy(id, hint, error)}>
      <legend>{legend}</legend>
      <HintAndError id={id} hint={hint} error={error} />
      {linkRows(values, most).map((row, at) => {
        const number = at + 1;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place
          <div key={at} className="edit-pair">
            <TextField
              id={`field-linkUrl-${number}`}
              name="linkUrl"
              label={m.profile_link_url({ number })}
              inputMode="url"
              dir="ltr"
              defaultValue={row.url}
            />
            <TextField
              id={`field-linkLabel-${number}`}
              name="linkLabel"
              label={m.profile_link_label()}
              optional
              defaultValue={row.label}
            />
          </div>
        );
      })}
    </fieldset>
  );
}
