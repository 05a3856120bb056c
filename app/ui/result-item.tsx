import { Fragment, type ReactNode } from 'react';
import { Avatar } from './avatar';
import { type ChipItem, Chips } from './chip';

type ResultItemProps = {
  to: string;
  name: string;
  /** Shows initials before the name. */
  avatar?: boolean;
  /** Short facts, joined by a middle dot; each stands alone, so that one written right to left moves no other. */
  meta?: readonly ReactNode[];
  text?: string | null;
  chips?: readonly ChipItem[];
  /** Level of the name's heading: 2 below a page's h1, 3 inside a `Section`. */
  level?: 2 | 3;
  children?: ReactNode;
};

export function ResultItem({ to, name, avatar, meta = [], text, chips = [], level = 2, children }: ResultItemProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <article className="result">
      {avatar ? <Avatar name={name} /> : null}
      <div className="result-body">
        <Heading>
          <a href={to} dir="auto" data-page="">
            {name}
          </a>
        </Heading>
        <MetaLine items={meta} />
        {text ? (
          <p className="result-text" dir="auto">
            {text}
          </p>
        ) : null}
        <Chips items={chips} />
        {children}
      </div>
    </article>
  );
}

/** Short facts on one line with middle dots between. */
export function MetaLine({ items }: { items: readonly ReactNode[] }) {
  const shown = items.filter((item) => item !== null && item !== undefined && item !== false && item !== '');
  if (shown.length === 0) return null;
  return (
    <p className="result-meta">
      {shown.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the facts of a line never change place
        <Fragment key={index}>
          <bdi>{item}</bdi>
          {index < shown.length - 1 ? '\u00a0· ' : ''}
        </Fragment>
      ))}
    </p>
  );
}
