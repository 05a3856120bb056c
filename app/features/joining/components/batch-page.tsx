import { Form } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { DefinitionList } from '~/ui/definition-list';
import { formatMoment, formatNumber } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { Name } from '~/ui/name';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import { Section } from '~/ui/section';
import type { BatchPage } from '../batches/read-batches.server';
import type { BatchSaid } from '../batches/submit-batch.server';
import { StewardNav } from './steward-nav';

/** The very mail of a batch before it is sent, and how far it got since. */
export function BatchView({ batch, said }: { batch: BatchPage; said: BatchSaid | undefined }) {
  const locale = useLocale();
  const { size, waiting, sent, stopped, perHour, sources, letters } = batch;
  const number = (count: number) => formatNumber(count, locale);
  const facts = [
    { term: m.batch_fact_people(), description: number(size) },
    { term: m.batch_fact_rate(), description: number(perHour) },
    ...(sent ? [{ term: m.batch_fact_done(), description: number(size - waiting) }] : []),
    ...(sent ? [{ term: m.batch_fact_waiting(), description: number(waiting) }] : []),
    ...(sent ? [{ term: m.batch_fact_since(), description: formatMoment(sent, locale) }] : []),
    ...(stopped ? [{ term: m.batch_fact_stopped(), description: formatMoment(stopped, locale) }] : []),
  ];
  return (
    <>
      <StewardNav />
      <PageHeading
        title={sent ? m.batch_title() : m.batch_draft_title()}
        lede={sent ? m.batch_lede() : m.batch_draft_lede()}
      />
      <div className="measure">
        <Said said={said} />
        <DefinitionList row items={facts} />
        {sent ? null : (
          <Press intents={{ send: m.batch_send({ count: size, shown: number(size) }), drop: m.batch_drop() }} />
        )}
        {waiting > 0 ? <Press intents={{ stop: m.batch_stop() }} /> : null}
        <Section title={m.batch_sources_title()}>
          <ul>
            {sources.map(({ source, count }) => (
              <li key={source}>
                <Name>{source}</Name> · {m.imported_count({ count, shown: number(count) })}
              </li>
            ))}
          </ul>
        </Section>
        {letters.map((letter) => (
          <Section key={letter.locale} title={letter.locale === 'en' ? m.batch_mail_en() : m.batch_mail_es()}>
            <div className="stack" lang={letter.locale}>
              <p>
                <strong>{letter.subject}</strong>
              </p>
              <p>
                <span className="edit-text">{letter.text}</span>
              </p>
            </div>
          </Section>
        ))}
      </div>
    </>
  );
}

const Press = ({ intents }: { intents: Partial<Record<'send' | 'stop' | 'drop', string>> }) => (
  <Form method="post" className="row form-actions">
    {Object.entries(intents).map(([intent, label]) => (
      <Button key={intent} kind={intent === 'send' ? 'primary' : 'secondary'} name="intent" value={intent}>
        {label}
      </Button>
    ))}
  </Form>
);

function Said({ said }: { said: BatchSaid | undefined }) {
  const locale = useLocale();
  if (!said || said.kind === 'dropped') return null;
  const count = { count: said.count, shown: formatNumber(said.count, locale) };
  return (
    <Notice kind="success" live>
      <p>{said.kind === 'sent' ? m.batch_said_sent(count) : m.batch_said_stopped(count)}</p>
    </Notice>
  );
}
