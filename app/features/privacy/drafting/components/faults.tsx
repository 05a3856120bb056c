import { m } from '~/lib/paraglide/messages.js';

type Fault = { line: number | null; message: string; english: boolean };

/** What is wrong, a line each, beside what it is about. What is wrong with the form of the document is said in English. */
export function Faults({ faults, id }: { faults: readonly Fault[]; id?: string }) {
  if (faults.length === 0) return null;
  return (
    <div id={id} className="stack-s stack">
      {faults.map(({ line, message, english }) => (
        <p key={`${line} ${message}`} className="error">
          <span>
            {line === null ? null : `${m.drafting_line({ line })} `}
            <span lang={english ? 'en' : undefined}>{message}</span>
          </span>
        </p>
      ))}
    </div>
  );
}
