import type { MailLine } from '~/lib/mail/overview.server';
import { m } from '~/lib/paraglide/messages.js';
import { EmptyState } from '~/ui/empty-state';
import { type Locale, useLocale } from '~/ui/locale';
import { Table } from '~/ui/table';
import { TEMPLATE_WORDS } from '../template-words';

const STATES: Record<MailLine['state'], () => string> = {
  waiting: m.mail_state_waiting,
  sent: m.mail_state_sent,
  failed: m.mail_state_failed,
  dropped: m.mail_state_dropped,
  unsaid: m.mail_state_unsaid,
};

/** Day and minute in UTC, so that server and browser write the same. */
function Moment({ iso, locale }: { iso: string; locale: Locale }) {
  const text = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  return <time dateTime={iso}>{text.format(new Date(iso))} UTC</time>;
}

/** The newest mails, one by one. */
export function MailList({ mails }: { mails: readonly MailLine[] }) {
  const locale = useLocale();
  if (mails.length === 0) return <EmptyState title={m.mail_operate_empty()} />;
  return (
    <div className="stack">
      <Table
        caption={m.mail_operate_caption()}
        columns={[
          { label: m.mail_column_what() },
          { label: m.mail_column_state() },
          { label: m.mail_column_time() },
          { label: m.mail_column_to() },
        ]}
        rows={mails.map(({ id, template, state, time, to }) => ({
          key: id,
          cells: [
            TEMPLATE_WORDS[template]?.() ?? template,
            STATES[state](),
            <Moment key="time" iso={time} locale={locale} />,
            to ?? m.mail_address_gone(),
          ],
        }))}
      />
      <p className="hint measure">{m.mail_unsaid_note()}</p>
    </div>
  );
}
