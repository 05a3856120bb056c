import { Form } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/section';
import type { RelationSwitch } from '../relations/my-relations.server';
import type { RelationOutcome } from '../relations/relation-outcome';

type RelationSwitchesProps = { switches: RelationSwitch[]; outcome: RelationOutcome | null };

/** What one opens to people in the same group, apart from the audience, each by one tap. */
export function RelationSwitches({ switches, outcome }: RelationSwitchesProps) {
  if (switches.length === 0 && !outcome) return null;
  return (
    <div className="section-gap measure">
      <Section title={m.relations_title()} id="relations">
        {outcome ? <Outcome outcome={outcome} /> : null}
        <p className="hint">{m.relations_lede()}</p>
        {switches.map((each) => (
          <OneSwitch key={`${each.category} ${each.relation}`} {...each} />
        ))}
      </Section>
    </div>
  );
}

function OneSwitch({ category, relation, label, on, words, wordsSha256, policySha256 }: RelationSwitch) {
  const sent = { category, relation, policy: policySha256, words: wordsSha256 };
  return (
    <Form method="post" action="/settings/sharing/relations" className="share-switch">
      <div>
        <p>
          <span className="share-what">{label}</span>
        </p>
        <p className="hint">{words}</p>
      </div>
      <p className="share-now">{on ? m.choices_switch_on() : m.choices_switch_off()}</p>
      {Object.entries(sent).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button small name="to" value={on ? 'off' : 'on'}>
        <span>{on ? m.choices_turn_off() : m.choices_turn_on()}</span>
        <span className="sr-only">: {words}</span>
      </Button>
    </Form>
  );
}

function Outcome({ outcome }: { outcome: RelationOutcome }) {
  if (outcome === 'opened' || outcome === 'closed')
    return (
      <Notice kind="success" live>
        <p>{outcome === 'opened' ? m.relations_opened() : m.relations_closed()}</p>
      </Notice>
    );
  return (
    <Notice kind="warning" live>
      <p>{outcome === 'prove' ? m.relations_prove() : m.relations_stale()}</p>
      {outcome === 'prove' ? (
        <p>
          <a href="/sign-in/again?to=%2Fsettings%2Fsharing">{m.choices_prove_link()}</a>
        </p>
      ) : null}
    </Notice>
  );
}
