import { useLocation } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { SubNav } from '~/ui/sub-nav';

/** The pages where stewards look after people who were not asked yet. */
export function StewardNav() {
  const items = [
    { to: '/steward/imported', label: m.steward_nav_imported() },
    { to: '/steward/import', label: m.steward_nav_import() },
    { to: '/steward/batches', label: m.batches_nav() },
    { to: '/steward/invitations', label: m.who_invited_nav() },
  ];
  return <SubNav label={m.steward_nav_label()} items={items} currentPath={useLocation().pathname} />;
}
