import type { ReactNode } from 'react';

/** The one main region of a page, target of the skip link. */
export function Main({ children }: { children: ReactNode }) {
  return (
    <main id="content" className="site-main" tabIndex={-1}>
      {children}
    </main>
  );
}
