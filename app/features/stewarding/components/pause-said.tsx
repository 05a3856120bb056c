import { m } from '~/lib/paraglide/messages.js';
import { Notice } from '~/ui/notice';
import type { PauseAnswer } from '../pauses/hold-page.server';

/** What came of a button on the page of one's own pause or hold. */
export function PauseSaid({ said }: { said: PauseAnswer | undefined }) {
  if (said?.kind === 'kept')
    return (
      <Notice kind="success" live>
        {m.pausing_mine_kept()}
      </Notice>
    );
  if (said?.kind !== 'gone') return null;
  return (
    <Notice kind="warning" live>
      {m.holding_mine_gone()}
    </Notice>
  );
}
