import { Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Account } from './account';
import { Button } from './button';
import { Logo } from './logo';
import { type NavItem, NavLinks } from './nav-links';

export type SiteHeaderProps = {
  network: { name: string };
  nav: NavItem[];
  viewer: null | { name: string };
  currentPath: string;
};

const opensMenu = { popovertarget: 'site-menu' };
const isPopover = { popover: 'auto' };

/**
 * Name, primary navigation and account. On narrow screens the menu is a popover, which opens and closes without script;
 * a browser that knows no popovers shows the links in place. The key closes it after a navigation in the browser.
 */
export function SiteHeader({ network, nav, viewer, currentPath }: SiteHeaderProps) {
  return (
    <header className="site-header">
      <Link to="/" className="brand">
        <Logo />
        <bdi>{network.name}</bdi>
      </Link>
      <Button type="button" className="menu-button" {...opensMenu}>
        {m.shell_menu()}
      </Button>
      <div key={currentPath} id="site-menu" className="site-menu" {...isPopover}>
        <NavLinks label={m.shell_nav_label()} items={nav} currentPath={currentPath} />
        <Account viewer={viewer} />
      </div>
    </header>
  );
}
