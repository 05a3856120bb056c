import { Form } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { formatDay } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { Name } from '~/ui/name';
import { Notice } from '~/ui/notice';
import type { PairDecision } from '../decision-view.server';
import { saidWords } from './words';

type Props = {
  runId: string;
  line: number;
  name: string;
  ours: string;
  decision: PairDecision;
  /** What stands above: `just` decided by the viewer, or found decided. */
  title?: string;
  live?: boolean;
};

/** What was decided of a pair, with the way back. */
export function DecisionNote({ runId, line, name, ours, decision, title, live }: Props) {
  const locale = useLocale();
  const { choice, by, at } = decision;
  return (
    <Notice kind={title ? 'warning' : 'success'} live={live} title={title}>
      <p>
        {saidWords(choice, line)} <Name>{name}</Name> → <Name>{ours}</Name>
      </p>
      <p className="hint">
        {by ? (
          <>
            {m.dup_decided_by()} <Name>{by}</Name>,{' '}
          </>
        ) : null}
        <time dateTime={at}>{formatDay(at, locale)}</time>
      </p>
      <Form method="post" action={`/operate/import/${runId}/duplicates/${line}`}>
        <Button small name="intent" value="take-back">
          {m.dup_take_back()}
        </Button>
      </Form>
    </Notice>
  );
}
