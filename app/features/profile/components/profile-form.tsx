import { Form } from '@remix-run/react';
import { EditConflicts } from '~/features/directory/components/edit-conflicts';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Section } from '~/ui/section';
import type { MyProfile } from '../my-profile.server';
import type { ProfileOutcome } from '../save-my-profile.server';
import { Flag } from './flag';
import { HowToReachYou, InConfidence } from './private-sections';
import { WhatYouDo, WhereYouAre, WhoYouAre } from './profile-sections';

/** Everything a person may say of themselves. */
export function ProfileForm({ profile, outcome }: { profile: MyProfile; outcome: ProfileOutcome | undefined }) {
  const { values, version, base } = outcome ?? profile;
  const errors = outcome?.errors ?? {};
  const props = { values, errors };
  return (
    <Form key={version} method="post" className="stack-l stack" noValidate>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="base" value={base} />
      <ErrorSummary errors={errors} title={m.profile_error_title()} />
      {outcome?.kind === 'conflict' ? <EditConflicts conflicts={outcome.conflicts} /> : null}
      <WhoYouAre {...props} />
      <WhatYouDo {...props} options={profile.options} />
      <WhereYouAre {...props} place={outcome?.place} />
      <HowToReachYou {...props} />
      <InConfidence {...props} />
      <Section title={m.profile_section_reach()}>
        <Flag {...props} name="notIndexed" label={m.profile_not_indexed()} hint={m.profile_not_indexed_hint()} />
      </Section>
      <div className="form-actions">
        <Button kind="primary">{m.profile_save()}</Button>
      </div>
    </Form>
  );
}
