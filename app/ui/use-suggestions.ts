import { useEffect, useState } from 'react';

export type Suggestion = { label: string; detail?: string; href?: string; value?: string };

/** Reads what a server answered: an unexpected shape gives no suggestions. */
export function readSuggestions(answer: unknown): Suggestion[] {
  const items = (answer as { items?: unknown } | null)?.items;
  if (!Array.isArray(items)) return [];
  return items.filter((item): item is Suggestion => typeof item?.label === 'string');
}

/** Asks `url` after a pause in typing; a newer text aborts the request for an older one. `null` until the first answer. */
export function useSuggestions(url: string, param: string, text: string, least = 2): Suggestion[] | null {
  const [found, setFound] = useState<Suggestion[] | null>(null);
  const asked = text.trim();
  useEffect(() => {
    if (asked.length < least) return setFound(null);
    const request = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const address = `${url}${url.includes('?') ? '&' : '?'}${new URLSearchParams({ [param]: asked })}`;
        const answer = await fetch(address, { signal: request.signal, headers: { accept: 'application/json' } });
        setFound(answer.ok ? readSuggestions(await answer.json()) : null);
      } catch {
        if (!request.signal.aborted) setFound(null);
      }
    }, 180);
    return () => {
      clearTimeout(timer);
      request.abort();
    };
  }, [url, param, asked, least]);
  return found;
}
