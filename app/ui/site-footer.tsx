import { Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { LanguageSwitch } from './language-switch';
import type { Locale } from './locale';

type SiteFooterProps = {
  /** Whether there is somebody to hide. */
  signedIn?: boolean;
  /** Where the language switch returns to. */
  currentPath: string;
  /** What the AGPL asks to offer. */
  sourceUrl: string;
  /** Languages to switch between; all of ours unless said. */
  locales?: readonly Locale[];
};

export function SiteFooter({ signedIn = false, currentPath, sourceUrl, locales }: SiteFooterProps) {
  return (
    <footer className="site-footer">
      <div>
        <ul>
          {signedIn ? (
            <li>
              <Link to="/settings/security/hiding">{m.choices_hide_link()}</Link>
            </li>
          ) : null}
          <li>
            <Link to="/unity">{m.shell_footer_unity()}</Link>
          </li>
          <li>
            <Link to="/privacy">{m.shell_footer_privacy()}</Link>
          </li>
          <li>
            <Link to="/concern">{m.concern_title()}</Link>
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
      <LanguageSwitch currentPath={currentPath} locales={locales} />
    </footer>
  );
}
