import { useLocation } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { SubNav } from '~/ui/sub-nav';

/** The pages of one's own settings. */
export function SettingsNav() {
  const items = [
    { to: '/settings/profile', label: m.privacy_settings_profile() },
    { to: '/settings/sharing', label: m.privacy_settings_sharing() },
    { to: '/settings/security', label: m.security_nav() },
    { to: '/settings/notices', label: m.freshness_notices_nav() },
    { to: '/settings/data', label: m.rights_nav() },
    { to: '/settings/leaving', label: m.leaving_nav() },
  ];
  return <SubNav label={m.privacy_settings_label()} items={items} currentPath={useLocation().pathname} />;
}
