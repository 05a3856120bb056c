import { Link } from '@remix-run/react';

export type NavItem = { to: string; label: string };

/** `page` on the address itself, `true` on the pages below it. */
export function currentMark(to: string, currentPath: string): 'page' | 'true' | undefined {
  if (currentPath === to) return 'page';
  return to !== '/' && currentPath.startsWith(`${to}/`) ? 'true' : undefined;
}

export function NavLinks({ label, items, currentPath }: { label: string; items: NavItem[]; currentPath: string }) {
  return (
    <nav aria-label={label}>
      <ul>
        {items.map(({ to, label: text }) => (
          <li key={to}>
            <Link to={to} aria-current={currentMark(to, currentPath)}>
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
