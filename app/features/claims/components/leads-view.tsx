import { Form, Link } from '@remix-run/react';
import { one } from '~/features/directory/edit-form';
import { errorSentences } from '~/lib/error-sentences';
import type { FieldCodes, FormValues } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { RadioGroup } from '~/ui/choice-group';
import { Combobox } from '~/ui/combobox';
import { ErrorSummary } from '~/ui/error-summary';
import { Name } from '~/ui/name';
import { PageHeading } from '~/ui/page-heading';
import { Section } from '~/ui/section';
import { TextArea } from '~/ui/text-field';
import type { LeadsPage } from '../leads-page.server';
import { ClaimList } from './claim-list';

type LeadsViewProps = { page: LeadsPage; outcome?: { errors: FieldCodes; values: FormValues } };

/** Who leads a group, what is about to change, and how to change it: for those who lead it. */
export function LeadsView({ page, outcome }: LeadsViewProps) {
  return (
    <div className="narrow stack-l stack">
      <PageHeading title={m.claims_leads_title({ name: page.name })} lede={m.claims_leads_lede()}>
        <p>
          <Link to={`/groups/${page.slug}`}>{m.claims_back()}</Link>
        </p>
      </PageHeading>
      <Section title={m.claims_leads_open()}>
        {page.claims.length > 0 ? (
          <ClaimList claims={page.claims} base="/claims" />
        ) : (
          <p className="soft">{m.claims_leads_none_open()}</p>
        )}
      </Section>
      <Section title={m.claims_leads_now()}>
        <ul className="plain-list">
          {page.leads.map((lead) => (
            <Lead key={lead.id} lead={lead} slug={page.slug} />
          ))}
        </ul>
      </Section>
      <Propose outcome={outcome} />
      {page.leads.length > 1 ? (
        <Section title={m.claims_leads_leave_title()}>
          <p>{m.claims_leads_leave_text()}</p>
          <Form method="post" action={`/groups/${page.slug}/leads/leaving`} className="section-gap-s">
            <Button kind="danger">{m.claims_leads_leave()}</Button>
          </Form>
        </Section>
      ) : null}
    </div>
  );
}

function Lead({ lead, slug }: { lead: LeadsPage['leads'][number]; slug: string }) {
  const name = lead.name ?? m.claims_leads_nameless();
  return (
    <li className="row row-between">
      <span>
        {lead.handle ? (
          <Link to={`/people/${lead.handle}`}>
            <Name>{name}</Name>
          </Link>
        ) : (
          <Name>{name}</Name>
        )}
        <span className="soft">
          {[lead.isMe ? m.claims_leads_me() : null, lead.title].filter(Boolean).map((part) => ` · ${part}`)}
        </span>
      </span>
      {lead.isMe ? null : (
        <Form method="post" action={`/groups/${slug}/leads/removal`}>
          <input type="hidden" name="person" value={lead.id} />
          <Button kind="quiet" small aria-label={m.claims_leads_remove_of({ name })}>
            {m.claims_leads_remove()}
          </Button>
        </Form>
      )}
    </li>
  );
}

function Propose({ outcome }: Pick<LeadsViewProps, 'outcome'>) {
  const labels = { person: m.claims_leads_who(), words: m.claims_words() };
  const errors = errorSentences(outcome?.errors ?? {}, labels);
  if (outcome?.errors.person?.includes('unknown')) errors.person = m.claims_leads_who_unknown();
  return (
    <Section title={m.claims_leads_add()}>
      <Form method="post" className="form" noValidate>
        <ErrorSummary errors={errors} title={m.claims_error_title()} />
        <Combobox
          name="person"
          url="/suggest/members"
          label={labels.person}
          hint={m.claims_leads_who_hint()}
          error={errors.person}
          defaultValue={one(outcome?.values, 'person')}
          valueName="personValue"
          required
        />
        <RadioGroup
          name="handover"
          legend={m.claims_leads_how()}
          chosen={one(outcome?.values, 'handover') || 'no'}
          options={[
            { value: 'no', label: m.claims_leads_too() },
            { value: 'yes', label: m.claims_leads_instead() },
          ]}
        />
        <TextArea
          name="words"
          label={labels.words}
          hint={m.claims_words_hint()}
          error={errors.words}
          defaultValue={one(outcome?.values, 'words')}
          optional
        />
        <p className="hint">{m.claims_leads_told()}</p>
        <div className="form-actions">
          <Button kind="primary">{m.claims_leads_propose()}</Button>
        </div>
      </Form>
    </Section>
  );
}
