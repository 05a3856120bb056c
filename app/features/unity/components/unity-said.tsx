import { m } from '~/lib/paraglide/messages.js';
import { Notice } from '~/ui/notice';
import type { Signed } from '../sign.server';

export type UnitySaid = Signed | 'withdrawn';

const WORDS = {
  person: { signed: m.unity_done_signed, again: m.unity_done_again, withdrawn: m.unity_done_withdrawn },
  group: { signed: m.unity_gsig_done_signed, again: m.unity_gsig_done_again, withdrawn: m.unity_gsig_done_withdrawn },
};

/** What became of a signature, of a person or of a group. */
export function UnitySaidNotice({ said, by = 'person' }: { said: UnitySaid | undefined; by?: 'person' | 'group' }) {
  if (!said) return null;
  if (said === 'older' || said === 'unpublished') {
    return (
      <Notice kind="warning" live title={m.unity_refused_title()}>
        <p>{said === 'older' ? m.unity_refused_older() : m.unity_refused_unpublished()}</p>
      </Notice>
    );
  }
  return (
    <Notice kind="success" live>
      <p>{WORDS[by][said]()}</p>
    </Notice>
  );
}

const DONE = ['signed', 'again', 'withdrawn'] as const;

/** What a redirect's `?done=` says. */
export const saidIn = (url: string): UnitySaid | undefined =>
  DONE.find((each) => each === new URL(url).searchParams.get('done'));
