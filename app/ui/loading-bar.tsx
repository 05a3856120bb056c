import { useNavigation } from '@remix-run/react';

/** A thin line at the top while a page is on its way. */
export function LoadingBar() {
  const busy = useNavigation().state !== 'idle';
  return <div className="loading-bar" data-busy={busy || undefined} aria-hidden="true" />;
}
