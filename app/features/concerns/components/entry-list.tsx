import type { EntryKind } from '#db/schema/concerns';
import { m } from '~/lib/paraglide/messages.js';
import { formatMoment } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import type { ShownEntry } from '../thread.server';

type Reader = 'raiser' | 'about' | 'hearer';
type Say = (of: { name: string }) => string;

const HEARER: Record<EntryKind, Say> = {
  raised: () => m.concern_entry_raised(),
  note: m.concern_entry_note,
  call_raiser: m.concern_entry_call_raiser,
  to_raiser: m.concern_entry_to_raiser,
  from_raiser: () => m.concern_entry_from_raiser(),
  told: m.concern_entry_told,
  to_about: m.concern_entry_to_about,
  from_about: () => m.concern_entry_from_about(),
  heard: m.concern_entry_heard,
  closed: m.concern_entry_closed,
  appeal: () => m.concern_entry_appeal(),
  stepped_back: m.concern_entry_stepped_back,
};
const YOU: Partial<Record<EntryKind, Say>> = {
  raised: () => m.concern_entry_you(),
  from_raiser: () => m.concern_entry_you(),
  from_about: () => m.concern_entry_you(),
  appeal: () => m.concern_entry_you_appealed(),
  call_raiser: m.concern_entry_call_you,
  to_raiser: m.concern_entry_to_you,
  told: m.concern_entry_to_you,
  to_about: m.concern_entry_to_you,
  heard: m.concern_entry_heard_you,
};

const title = ({ kind, round, steward }: ShownEntry, reader: Reader): string => {
  const name = steward ?? m.concern_a_steward();
  if (kind === 'closed' && round === 2) return m.concern_entry_appeal_closed({ name });
  return ((reader === 'hearer' ? undefined : YOU[kind]) ?? HEARER[kind])({ name });
};

/** What was said and done, oldest first, as one party reads it. */
export function EntryList({ entries, reader }: { entries: readonly ShownEntry[]; reader: Reader }) {
  const locale = useLocale();
  if (entries.length === 0) return <p className="soft">{m.concern_entries_none()}</p>;
  return (
    <ol className="comments">
      {entries.map((entry) => (
        <li key={entry.id} className="stack-s stack">
          <p className="soft">
            <bdi>{title(entry, reader)}</bdi> · {formatMoment(entry.at, locale)}
          </p>
          {entry.words ? (
            <p className="edit-text" dir="auto">
              {entry.words}
            </p>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
