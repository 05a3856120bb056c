import { m } from '~/lib/paraglide/messages.js';
import { ButtonLink } from '~/ui/button';
import { formatNumber } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { Section } from '~/ui/section';

/** That rows of an import may be groups that were here before, and the way to decide. */
export function DuplicatesSection({ runId, total, waiting }: { runId: string; total: number; waiting: number }) {
  const locale = useLocale();
  return (
    <Section title={m.dup_wait_title()}>
      <div className="stack">
        <p>
          {waiting > 0
            ? m.dup_wait({ count: waiting, shown: formatNumber(waiting, locale) })
            : m.dup_progress({ decided: total, total })}
        </p>
        <ButtonLink kind={waiting > 0 ? 'primary' : 'secondary'} to={`/operate/import/${runId}/duplicates`}>
          {waiting > 0 ? m.dup_wait_go() : m.dup_to_list()}
        </ButtonLink>
      </div>
    </Section>
  );
}
