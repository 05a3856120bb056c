import { Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { formatNumber } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import type { ListView } from '../list-view';
import { directoryAddress } from '../query';

/** How many groups that fit are folded away because they have been quiet for long, and the way to them and back. */
export function QuietGroups({ view }: { view: ListView }) {
  const locale = useLocale();
  const { query, folded } = view;
  const to = (quiet: boolean) => directoryAddress('/groups', { ...query, quiet });
  if (query.quiet && !query.q)
    return (
      <p className="hint section-gap-s">
        {m.freshness_quiet_shown()} <Link to={to(false)}>{m.freshness_quiet_hide()}</Link>
      </p>
    );
  if (folded === 0) return null;
  return (
    <p className="hint section-gap-s">
      {m.freshness_quiet_left({ count: folded, shown: formatNumber(folded, locale) })}{' '}
      <Link to={to(true)}>{m.freshness_quiet_show({ count: folded })}</Link>
    </p>
  );
}
