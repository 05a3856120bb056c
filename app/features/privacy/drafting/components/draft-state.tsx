import { Form } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button, ButtonLink } from '~/ui/button';
import { formatDay } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { Notice } from '~/ui/notice';
import type { DraftPageData } from '../draft-page.server';

const Whole = ({ intent, children }: { intent: 'take-up' | 'discard'; children: string }) => (
  <Form method="post" action="?" preventScrollReset>
    <Button kind={intent === 'discard' ? 'quiet' : 'secondary'} name="intent" value={intent}>
      {children}
    </Button>
  </Form>
);

/** How the draft stands: whether there is one, whether it was overtaken, whether it can be published. */
export function DraftState({ page }: { page: DraftPageData }) {
  const locale = useLocale();
  const { stored, stale, updatedAt, faults, inForce } = page;
  return (
    <div className="stack">
      {stale ? (
        <Notice kind="warning" title={m.drafting_stale_title()}>
          <p>{m.drafting_stale_text({ version: inForce })}</p>
          <Whole intent="take-up">{m.drafting_take_up({ version: inForce + 1 })}</Whole>
        </Notice>
      ) : null}
      {faults.length > 0 ? (
        <Notice kind="warning" title={m.drafting_faults_title({ count: faults.length })}>
          <p>{m.drafting_faults_text()}</p>
        </Notice>
      ) : null}
      <p>
        {updatedAt
          ? m.drafting_written_on({ date: formatDay(updatedAt, locale), version: inForce })
          : m.drafting_untouched({ version: inForce })}
      </p>
      <div className="row">
        <ButtonLink to="/steward/policy/publication" kind="primary">
          {m.drafting_see_difference()}
        </ButtonLink>
        {stored ? <Whole intent="discard">{m.drafting_discard()}</Whole> : null}
      </div>
    </div>
  );
}
