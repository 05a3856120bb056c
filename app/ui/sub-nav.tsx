import { Link } from '@remix-run/react';
import { currentMark, type NavItem } from './nav-links';

/** Second level of navigation, for pages that belong together (settings, operate). */
export function SubNav({ label, items, currentPath }: { label: string; items: NavItem[]; currentPath: string }) {
  return (
    <nav className="sub-nav" aria-label={label}>
      {items.map(({ to, label: text }) => (
        <Link key={to} to={to} aria-current={currentMark(to, currentPath)}>
          {text}
        </Link>
      ))}
    </nav>
  );
}
