import { Link } from '@remix-run/react';
import { createContext, type ReactNode, useContext } from 'react';
import { m } from '~/lib/paraglide/messages.js';

/** For each field of the registry: who sees the viewer's own now, and the category one changes that in. */
export type SeenBy = Record<string, { sentence: string; category: string; label: string; fixed: boolean }>;

export const SeenByContext = createContext<SeenBy>({});

/** A field's hint, followed by who sees what is typed there and where to change that. */
export function Seen({ field, children }: { field: string; children?: ReactNode }) {
  const seen = useContext(SeenByContext)[field];
  if (!seen) return <>{children}</>;
  return (
    <>
      {children} {seen.sentence}{' '}
      {seen.fixed ? null : (
        <Link to={`/settings/sharing#field-${seen.category}`}>
          {m.privacy_seen_change()}
          <span className="sr-only">: {seen.label}</span>
        </Link>
      )}
    </>
  );
}
