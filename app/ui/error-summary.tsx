import { useEffect, useRef } from 'react';
import { m } from '~/lib/paraglide/messages.js';
import { fieldId } from './field';

export type FieldErrors = Record<string, string | string[] | undefined>;

/**
 * What to look at again, each a link to its field; a name that starts with `_` stands for the form as a whole. Takes the
 * focus when it appears. Nothing without errors.
 */
export function ErrorSummary({ errors, title }: { errors: FieldErrors | undefined; title?: string }) {
  const box = useRef<HTMLDivElement>(null);
  const entries = Object.entries(errors ?? {}).flatMap(([name, text]) =>
    [text ?? []].flat().map((line) => [name, line] as const),
  );
  const shown = entries.length > 0;
  useEffect(() => {
    if (shown && errors) box.current?.focus();
  }, [shown, errors]);
  if (!shown) return null;
  return (
    <div ref={box} className="error-summary" role="alert" tabIndex={-1}>
      <h2>{title ?? m.shell_error_summary()}</h2>
      <ul>
        {entries.map(([name, line]) => (
          <li key={`${name} ${line}`}>{name.startsWith('_') ? line : <a href={`#${fieldId(name)}`}>{line}</a>}</li>
        ))}
      </ul>
    </div>
  );
}
