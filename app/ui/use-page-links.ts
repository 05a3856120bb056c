import { useNavigate } from '@remix-run/react';
import type { MouseEvent } from 'react';

/**
 * A click handler for whatever holds plain links marked `data-page`: they lead on as a `Link` would, without loading the
 * document anew. For long lists, where a `Link` costs as much to render as all the rest of a card.
 */
export function usePageLinks(): (event: MouseEvent) => void {
  const navigate = useNavigate();
  return (event) => {
    const to = (event.target as Element).closest('a[data-page]')?.getAttribute('href');
    const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (!to || !plain || event.defaultPrevented) return;
    event.preventDefault();
    navigate(to);
  };
}
