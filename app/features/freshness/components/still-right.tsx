import { Form } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { formatDay, formatMonth } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import type { Freshness } from '../confirm.server';

type StillRightProps = { freshness: Freshness; group?: string; returnTo: string };

/** When an entry was last confirmed, and one tap that says everything is still right; thanks once that was done. */
export function StillRight({ freshness, group, returnTo }: StillRightProps) {
  const locale = useLocale();
  const { confirmedOn, recent, due } = freshness;
  if (recent && confirmedOn)
    return <p className="soft page-note">{m.freshness_thanks({ date: formatDay(confirmedOn, locale) })}</p>;
  return (
    <Form method="post" action="/confirmation" className="row page-note">
      <input type="hidden" name="returnTo" value={returnTo} />
      {group ? <input type="hidden" name="group" value={group} /> : null}
      <span className="soft">
        {due ? `${group ? m.freshness_due_group() : m.freshness_due_mine()} ` : null}
        {confirmedOn ? m.freshness_last({ month: formatMonth(confirmedOn, locale) }) : m.freshness_never()}
      </span>
      <Button small>{m.freshness_still_right()}</Button>
    </Form>
  );
}
