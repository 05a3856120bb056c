import { Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { formatList } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import type { ChoiceView } from '../choices.server';

/** Takes what is proposed for every category that nobody chose for yet; nothing where there is none. */
export function SaveAll({ choices, receipts = false }: { choices: ChoiceView[]; receipts?: boolean }) {
  const locale = useLocale();
  const rest = choices.filter(({ fixed, saved }) => !fixed && saved === null).map(({ label }) => label);
  return (
    <div className="stack measure section-gap" id="save">
      {rest.length > 0 ? <p>{m.choices_rest({ what: formatList(rest, locale) })}</p> : null}
      <p className="hint">
        {m.privacy_save_all_note()} {receipts ? <Link to="/settings/sharing/receipts">{m.receipts_link()}</Link> : null}
      </p>
      {rest.length > 0 ? (
        <p>
          <Button kind="primary" name="save" value="all">
            {m.privacy_save_all()}
          </Button>
        </p>
      ) : null}
    </div>
  );
}
