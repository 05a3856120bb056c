import { Form } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { Section } from '~/ui/section';
import type { GroupSharing } from '../group-sharing.server';
import { Choices } from './choices';
import { ChoicesNotice, type ChoicesOutcome } from './choices-notice';

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
            kept={outcome?.chosen}
            unsaved={(sentence) => m.privacy_group_standard({ sentence })}
          />
          <Button kind="primary" name="save" value="all">
            {m.privacy_save_all()}
          </Button>
        </Form>
      </Section>
    </div>
  );
}
