import type { ReactNode } from 'react';
import { RiverDrawing } from './river-drawing';

/** Nothing to show, said kindly, with a way on. */
export function EmptyState({
  title,
  drawing = true,
  actions,
  children,
}: {
  title: string;
  drawing?: boolean;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="empty-state">
      {drawing ? <RiverDrawing /> : null}
      <h2>{title}</h2>
      {children ? <p>{children}</p> : null}
      {actions ? <div className="row">{actions}</div> : null}
    </div>
  );
}
