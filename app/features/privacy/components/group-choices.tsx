import { Form } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Section } from '~/ui/section';
import type { GroupSharing } from '../group-sharing.server';
import { Choices } from './choices';
import { ChoicesNotice, type ChoicesOutcome } from './choices-notice';
import { SaveAll } from './save-all';

/** Where a lead chooses what their group shares; a section of the page where the group is edited. */
export function GroupChoices({ sharing, outcome }: { sharing: GroupSharing; outcome: ChoicesOutcome | undefined }) {
  const labelOf = (name: string) => sharing.choices.find((choice) => choice.name === name)?.label ?? '';
  return (
    <div className="section-gap">
      <Section title={m.privacy_group_title()} id="sharing">
        <p className="measure">{m.privacy_group_intro()}</p>
        {outcome ? <ChoicesNotice outcome={outcome} labelOf={labelOf} /> : null}
        <Form method="post" className="stack" preventScrollReset>
          <Choices
            choices={sharing.choices}
            policySha256={sharing.policySha256}
            pressed={outcome && 'one' in outcome ? outcome.one : null}
            unsaved={(sentence) => m.privacy_group_standard({ sentence })}
          />
          <SaveAll choices={sharing.choices} />
        </Form>
      </Section>
    </div>
  );
}
