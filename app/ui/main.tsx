import { useLocation } from '@remix-run/react';
import { type ReactNode, useEffect, useRef } from 'react';
import { usePageLinks } from './use-page-links';

/**
 * The one main region of a page, target of the skip link. After a navigation in the browser it takes the focus, as a new
 * document would, so that a screen reader starts at the new page; unless something in it has taken the focus already.
 */
export function Main({ children }: { children: ReactNode }) {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the links in it are followed by key as by click
    <main ref={main} id="content" className="site-main" tabIndex={-1} onClick={usePageLinks()}>
      {children}
    </main>
  );
}
