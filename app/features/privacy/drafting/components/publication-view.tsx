import { Form, Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import { Prose } from '~/ui/prose';
import { Section } from '~/ui/section';
import { TextField } from '~/ui/text-field';
import { Difference } from '../../components/difference';
import { PolicyTable } from '../../components/policy-table';
import type { NotPublished, PublicationData } from '../publish-draft.server';
import { Faults } from './faults';

type PublicationViewProps = { page: PublicationData; refused: NotPublished | undefined };

/** The last look at a draft before it is published for good: what changes, for whom, and from when. */
export function PublicationView({ page, refused }: PublicationViewProps) {
  const { faults, warnings, stale, inForce } = page;
  const coming = page.nothingNew ? null : page.coming;
  return (
    <>
      <PageHeading title={m.drafting_publish_title({ version: inForce + 1 })} lede={m.drafting_publish_lede()}>
        <p>
          <Link to="/steward/policy">{m.drafting_back()}</Link>
        </p>
      </PageHeading>
      <div className="measure stack">
        {refused && !refused.field ? (
          <Notice kind="error" live title={m.drafting_not_published()}>
            <p>{refused.problem}</p>
          </Notice>
        ) : null}
        {stale ? (
          <Notice kind="warning" title={m.drafting_stale_title()}>
            <p>{m.drafting_stale_text({ version: inForce })}</p>
          </Notice>
        ) : null}
        {page.nothingNew ? (
          <EmptyState title={m.drafting_nothing_new_title()}>
            {m.drafting_nothing_new_text({ version: inForce })}
          </EmptyState>
        ) : null}
        {faults.length > 0 ? (
          <Section title={m.drafting_faults_title({ count: faults.length })} id="faults">
            <Faults faults={faults} />
          </Section>
        ) : null}
        {warnings.length > 0 ? (
          <Section title={m.drafting_warnings()} id="warnings">
            <Faults faults={warnings} />
          </Section>
        ) : null}
        {coming ? (
          <>
            <Section title={m.drafting_difference()} id="difference">
              <Difference difference={coming.difference} />
            </Section>
            {stale ? null : <PublishForm page={page} refused={refused} widens={coming.difference.wider.length > 0} />}
          </>
        ) : null}
      </div>
      {coming ? (
        <div className="section-gap">
          <Section title={m.drafting_reads()} id="reads">
            <div lang={coming.page.prose.language}>
              <Prose html={coming.page.prose.html} />
            </div>
            <PolicyTable rows={coming.page.table} />
          </Section>
        </div>
      ) : null}
    </>
  );
}

type PublishFormProps = PublicationViewProps & { widens: boolean };

function PublishForm({ page: { base, today, proposed, inForce }, refused, widens }: PublishFormProps) {
  return (
    <Section title={m.drafting_publish()} id="publish">
      <p>{m.drafting_publish_text()}</p>
      <Form method="post" className="form" noValidate>
        <input type="hidden" name="base" value={base} />
        {widens ? (
          <TextField
            type="date"
            name="effective"
            label={m.drafting_day()}
            hint={m.drafting_day_hint()}
            min={today}
            error={refused?.field === 'effective' ? refused.problem : undefined}
            defaultValue={refused?.effective || proposed}
          />
        ) : null}
        <div className="form-actions">
          <Button kind="primary">{m.drafting_publish_button({ version: inForce + 1 })}</Button>
        </div>
      </Form>
    </Section>
  );
}
