import { Link } from '@remix-run/react';
import { roleWord } from '~/auth/components/role-words';
import { m } from '~/lib/paraglide/messages.js';
import { ROLES } from '~/lib/standing';
import { ButtonLink } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { formatMoment } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { Name } from '~/ui/name';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import { Table } from '~/ui/table';
import type { AuditView, Named, ShownEntry } from '../audit-page.server';

function Who({ who }: { who: Named }) {
  if (who === null) return '–';
  if (who.kind === 'console') return m.audit_console();
  if (who.kind === 'someone') return m.audit_someone();
  return (
    <Link to={`/people/${who.handle}`}>
      <Name>{who.name}</Name>
    </Link>
  );
}

const CONTACTS: Record<string, () => string> = {
  agreed: m.audit_concern_agreed,
  asked: m.audit_concern_asked,
  removed: m.audit_concern_removed,
};
const OUTSIDE: Record<string, () => string> = {
  named: m.audit_concern_outside_named,
  agreed: m.audit_concern_outside_agreed,
  removed: m.audit_concern_outside_removed,
};

function deed({ action, detail }: ShownEntry): string {
  const role = ROLES.find((each) => each === detail.role);
  const name = role ? roleWord(role) : '';
  if (action === 'alert_sent') return m.notices_alert_audit();
  if (action === 'role_granted') return m.audit_role_granted({ role: name });
  if (action === 'role_revoked') return m.audit_role_revoked({ role: name });
  if (action === 'code_handed_over') return m.audit_code();
  if (action === 'policy_published') return m.audit_policy({ version: Number(detail.version) });
  if (action === 'statement_published') return m.audit_statement({ version: Number(detail.version) });
  if (action === 'account_paused') return detail.hours ? m.audit_paused_alone() : m.audit_paused();
  if (action === 'pause_lifted') return m.audit_pause_lifted();
  if (action === 'hold_begun')
    return detail.own ? m.audit_held_own() : detail.hours ? m.audit_held_alone() : m.audit_held();
  if (action === 'hold_lifted') return m.audit_hold_lifted();
  if (action === 'concern_contacts') return CONTACTS[String(detail.what)]?.() ?? m.audit_concern_agreed();
  if (action === 'concern_outside') return OUTSIDE[String(detail.what)]?.() ?? m.audit_concern_outside_named();
  if (action === 'concern_assigned') return m.audit_concern_assigned();
  if (action === 'concern_closed') return m.audit_concern_closed();
  if (action === 'person_deleted') return m.audit_deleted();
  if (detail.what === 'own') return m.audit_took_own();
  return m.audit_exported({ what: String(detail.what ?? '') });
}

/** Of a concern every steward learns that there was one, and not who dealt with it. */
const UNNAMED = new Set(['concern_assigned', 'concern_closed']);

/** What was done with power over others: who, when, to whom. */
export function AuditPage({ entries, next, chain }: AuditView) {
  const locale = useLocale();
  const columns = [m.audit_when(), m.audit_who(), m.audit_what(), m.audit_whom()].map((label) => ({ label }));
  const rows = entries.map((entry) => ({
    key: String(entry.seq),
    cells: [
      formatMoment(entry.at, locale),
      <Who key="who" who={UNNAMED.has(entry.action) ? null : entry.actor} />,
      deed(entry),
      <Who key="whom" who={entry.subject} />,
    ],
  }));
  return (
    <>
      <PageHeading title={m.audit_title()} lede={m.audit_lede()} />
      {chain?.broken ? (
        <Notice kind="error" title={m.audit_broken_title()}>
          <p>{m.audit_broken_text({ entry: chain.broken })}</p>
        </Notice>
      ) : null}
      <div className="stack">
        {rows.length > 0 ? (
          <Table caption={m.audit_caption()} columns={columns} rows={rows} />
        ) : (
          <EmptyState title={m.audit_empty()} />
        )}
        {next ? (
          <p>
            <ButtonLink to={`/steward/audit?before=${next}`}>{m.audit_older()}</ButtonLink>
          </p>
        ) : null}
        {chain?.broken === null && rows.length > 0 ? <p className="hint">{m.audit_whole()}</p> : null}
      </div>
    </>
  );
}
