import { Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { LanguageSwitch } from './language-switch';

/** `currentPath` is where the language switch returns to; `sourceUrl` is what the AGPL asks to offer. */
export function SiteFooter({ currentPath, sourceUrl }: { currentPath: string; sourceUrl: string }) {
  return (
    <footer className="site-footer">
      <div>
        <ul>
          <li>
            <Link to="/privacy">{m.shell_footer_privacy()}</Link>
          </li>
          <li>
            <a href={sourceUrl}>{m.shell_footer_source()}</a>
          </li>
          <li>
            <a href="https://www.geonames.org/">{m.shell_footer_places()}</a>
          </li>
        </ul>
        <p>{m.shell_footer_theme()}</p>
      </div>
      <LanguageSwitch currentPath={currentPath} />
    </footer>
  );
}
