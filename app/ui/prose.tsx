import type { ReactNode } from 'react';

type ProseProps = { html: string; children?: undefined } | { html?: undefined; children: ReactNode };

/** Long text at a readable width. `html` must come from our own renderer, which allows no raw HTML in the source. */
export function Prose({ html, children }: ProseProps) {
  if (html === undefined) return <div className="prose">{children}</div>;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the renderer escapes raw HTML
  return <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />;
}
