import type { ReactNode } from 'react';

type HeroProps = { title: ReactNode; lede?: ReactNode; actions?: ReactNode; picture?: ReactNode; children?: ReactNode };

/** The opening of the home page: a large h1, what this is, what to do, and a picture beside it if there is one. */
export function Hero({ title, lede, actions, picture, children }: HeroProps) {
  return (
    <div className={picture ? 'hero hero-picture' : 'hero'}>
      <div>
        <h1>{title}</h1>
        {lede ? <p className="lede">{lede}</p> : null}
        {actions ? <div className="row">{actions}</div> : null}
        {children}
      </div>
      {picture}
    </div>
  );
}
