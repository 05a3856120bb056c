import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

type Kind = 'info' | 'success' | 'warning' | 'error';

/**
 * A message in the page. `live` announces it: an error at once, anything else when the reader pauses; leave it off for
 * what was there from the start.
 */
export function Notice({
  kind = 'info',
  icon = kind,
  live = false,
  title,
  children,
}: {
  kind?: Kind;
  icon?: IconName;
  live?: boolean;
  title?: ReactNode;
  children?: ReactNode;
}) {
  const role = kind === 'error' ? 'alert' : 'status';
  return (
    <div className={kind === 'info' ? 'notice' : `notice notice-${kind}`} role={live ? role : undefined}>
      <Icon name={icon} />
      <div>
        {title ? <p className="notice-title">{title}</p> : null}
        {children}
      </div>
    </div>
  );
}
