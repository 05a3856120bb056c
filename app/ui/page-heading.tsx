import type { ReactNode } from 'react';

/** The one h1 of a page, with a line above (`eyebrow`), a sentence below (`lede`) and anything more as children. */
export function PageHeading({
  title,
  eyebrow,
  lede,
  children,
}: {
  title: ReactNode;
  eyebrow?: ReactNode;
  lede?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="page-heading">
      {eyebrow ? <p className="eyebrow">{eyebrow}</p> : null}
      <h1>{title}</h1>
      {lede ? <p className="lede">{lede}</p> : null}
      {children}
    </div>
  );
}
