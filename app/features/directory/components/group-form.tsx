import { Form, Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/section';
import { TagPicker } from '~/ui/tag-picker';
import { TextArea, TextField } from '~/ui/text-field';
import { type EditOutcome, many, one } from '../edit-form';
import type { GroupEditPage } from '../group-form.server';
import { EditConflicts } from './edit-conflicts';
import { EditLinks } from './edit-links';
import { EditPlace } from './edit-place';

const MOST_LINKS = 12;

/** Everything a group says of itself, to be written anew. */
export function GroupForm({ page, outcome }: { page: GroupEditPage; outcome: EditOutcome | undefined }) {
  const { values, version, base } = outcome ?? page;
  const errors = outcome?.errors ?? {};
  const field = (name: string) => ({ name, error: errors[name], defaultValue: one(values, name) });
  return (
    <Form key={version} method="post" className="stack-l stack" noValidate>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="base" value={base} />
      <ErrorSummary errors={errors} title={m.profile_error_title()} />
      {page.frozen || outcome?.kind === 'frozen' ? (
        <Notice kind="warning" live={outcome?.kind === 'frozen'} title={m.claims_frozen_title()}>
          <p>{m.claims_frozen_text()}</p>
        </Notice>
      ) : null}
      {outcome?.kind === 'conflict' ? <EditConflicts conflicts={outcome.conflicts} /> : null}
      <Section title={m.profile_group_section_what()}>
        <div className="form">
          <TextField {...field('name')} label={m.profile_group_name()} required />
          <TextField {...field('abbreviation')} label={m.profile_group_abbreviation()} optional />
          <TextArea
            {...field('purpose')}
            label={m.profile_group_purpose()}
            hint={m.profile_group_purpose_hint()}
            optional
          />
          <TextArea
            {...field('activities')}
            label={m.profile_group_activities()}
            hint={m.profile_group_activities_hint()}
            rows={8}
            optional
          />
          <TagPicker
            name="topics"
            legend={m.profile_group_topics()}
            options={page.topics}
            chosen={many(values, 'topics')}
            error={errors.topics}
          />
          <TextField {...field('website')} label={m.profile_group_website()} inputMode="url" dir="ltr" optional />
          <EditLinks
            legend={m.profile_group_links()}
            hint={m.profile_links_hint()}
            error={errors.links}
            values={values}
            most={MOST_LINKS}
          />
        </div>
      </Section>
      <Section title={m.profile_group_section_where()}>
        <div className="form">
          <EditPlace
            label={m.profile_group_place()}
            hint={m.profile_group_place_hint()}
            error={errors.place}
            values={values}
            choices={outcome?.place}
            keepsWords
          />
        </div>
      </Section>
      {'email' in values || 'streetAddress' in values ? (
        <Section title={m.profile_group_section_contact()}>
          <div className="form">
            <p>{m.profile_group_section_contact_text()}</p>
            {'email' in values ? (
              <TextField {...field('email')} label={m.profile_group_email()} type="email" dir="ltr" optional />
            ) : null}
            {'streetAddress' in values ? (
              <TextField
                {...field('streetAddress')}
                label={m.profile_group_street_address()}
                hint={m.profile_group_street_address_hint()}
                optional
              />
            ) : null}
          </div>
        </Section>
      ) : null}
      <div className="form-actions">
        <Button kind="primary">{m.profile_group_save()}</Button>
        <Link to={`/groups/${page.slug}`}>{m.profile_group_back()}</Link>
      </div>
    </Form>
  );
}
