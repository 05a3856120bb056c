import { m } from '~/lib/paraglide/messages.js';

type Fault = { line: number | null; message: string };

/** What is wrong, a line each, beside what it is about. Messages of the check are in English. */
export function Faults({ faults, id }: { faults: readonly Fault[]; id?: string }) {
  if (faults.length === 0) return null;
  return (
    <div id={id} className="stack-s stack">
      {faults.map(({ line, message }) => (
        <p key={`${line} ${message}`} className="error">
          <span>
            {line === null ? null : `${m.drafting_line({ line })} `}
            <span lang="en">{message}</span>
          </span>
        </p>
      ))}
    </div>
  );
}
