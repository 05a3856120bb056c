import type { Audience } from '~/lib/audience';
import { m } from '~/lib/paraglide/messages.js';
import { Notice } from '~/ui/notice';

export type ChoicesOutcome =
  | { kind: 'saved'; one: string | null; chosen: Record<string, Audience> }
  | { kind: 'stale'; chosen: Record<string, Audience> }
  | { kind: 'invalid'; message: string; chosen: Record<string, Audience> };

/** What became of the choices that were sent. */
export function ChoicesNotice({ outcome, labelOf }: { outcome: ChoicesOutcome; labelOf: (name: string) => string }) {
  if (outcome.kind === 'stale') {
    return (
      <Notice kind="warning" live title={m.privacy_sharing_stale_title()}>
        <p>{m.privacy_sharing_stale_text()}</p>
      </Notice>
    );
  }
  if (outcome.kind === 'invalid') {
    return (
      <Notice kind="error" live title={m.privacy_sharing_invalid_title()}>
        <p>{outcome.message}</p>
      </Notice>
    );
  }
  return (
    <Notice kind="success" live>
      <p>{outcome.one ? m.privacy_sharing_saved_one({ what: labelOf(outcome.one) }) : m.privacy_sharing_saved()}</p>
    </Notice>
  );
}
