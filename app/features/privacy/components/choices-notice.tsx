import type { Audience } from '~/lib/audience';
import { m } from '~/lib/paraglide/messages.js';
import { Notice } from '~/ui/notice';
import { ProveNotice } from './prove-notice';

export type ChoicesOutcome =
  | { kind: 'saved'; one: string | null; chosen: Record<string, Audience> }
  | { kind: 'stale' | 'prove'; one: string | null; chosen: Record<string, Audience> }
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
  if (outcome.kind === 'prove') {
    return <ProveNotice title={m.privacy_sharing_prove_title()} text={m.privacy_sharing_prove_text()} />;
  }
  if (outcome.kind === 'invalid') {
    return (
      <Notice kind="error" live title={m.privacy_sharing_invalid_title()}>
        <p>{outcome.message}</p>
      </Notice>
    );
  }
  const one = 'one' in outcome ? outcome.one : null;
  return (
    <Notice kind="success" live>
      <p>{one ? m.privacy_sharing_saved_one({ what: labelOf(one) }) : m.privacy_sharing_saved()}</p>
    </Notice>
  );
}
