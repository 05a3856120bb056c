import { m } from '~/lib/paraglide/messages.js';
import { EmptyState } from '~/ui/empty-state';
import { type Locale, useLocale } from '~/ui/locale';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import { Section } from '~/ui/section';
import { Table } from '~/ui/table';
import type { BackupsOverview } from '../overview.server';

/** Day and minute in UTC, so that server and browser write the same. */
function Moment({ iso, locale }: { iso: string; locale: Locale }) {
  const options = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' } as const;
  const text = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, options).format(new Date(iso));
  return <time dateTime={iso}>{text} UTC</time>;
}

function size(bytes: number, locale: Locale): string {
  const [unit, per] = bytes < 1_000_000 ? (['kilobyte', 1e3] as const) : (['megabyte', 1e6] as const);
  const rounded = new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 });
  return rounded.format(bytes / per);
}

function Notices({ overview, locale }: { overview: BackupsOverview; locale: Locale }) {
  const { failure, daily, encrypts } = overview;
  return (
    <>
      {failure ? (
        <Notice kind="error" title={m.backups_failed_title()}>
          <p>
            <Moment iso={failure.at} locale={locale} />: <span lang="en">{failure.why}</span>
          </p>
          <p>{m.backups_failed_text()}</p>
        </Notice>
      ) : null}
      {daily ? null : (
        <Notice kind="warning" title={m.backups_off_title()}>
          <p>{m.backups_off_text()}</p>
        </Notice>
      )}
      {daily && !encrypts ? (
        <Notice title={m.backups_open_title()}>
          <p>{m.backups_open_text()}</p>
        </Notice>
      ) : null}
    </>
  );
}

/** What there is of daily backups, why the last one failed, and how one is put back. */
export function BackupsPage({ overview }: { overview: BackupsOverview }) {
  const locale = useLocale();
  const { backups, command } = overview;
  return (
    <div className="stack-l stack">
      <PageHeading title={m.backups_title()} lede={m.backups_lede()} />
      <Notices overview={overview} locale={locale} />
      {backups.length === 0 ? (
        <EmptyState title={m.backups_empty_title()}>{m.backups_empty_text()}</EmptyState>
      ) : (
        <div>
          <Table
            caption={m.backups_caption()}
            columns={[
              { label: m.backups_column_when() },
              { label: m.backups_column_size(), numeric: true },
              { label: m.backups_column_encrypted() },
            ]}
            rows={backups.map(({ name, time, bytes, encrypted }) => ({
              key: name,
              cells: [
                <Moment key="time" iso={time} locale={locale} />,
                size(bytes, locale),
                encrypted ? m.backups_yes() : m.backups_no(),
              ],
            }))}
          />
        </div>
      )}
      {command ? (
        <Section title={m.backups_restore_title()}>
          <p>{m.backups_restore_text()}</p>
          <pre className="code">
            <code>{command}</code>
          </pre>
          <p>{m.backups_restore_after()}</p>
        </Section>
      ) : null}
      <Section title={m.backups_download_title()}>
        <p>{m.backups_download_text()}</p>
      </Section>
    </div>
  );
}
