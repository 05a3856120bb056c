import { m } from '~/lib/paraglide/messages.js';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/section';
import { SwitchRow } from '~/ui/switch-row';
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

const OneSwitch = ({ category, relation, label, on, words, wordsSha256, policySha256 }: RelationSwitch) => (
  <SwitchRow
    action="/settings/sharing/relations"
    sent={{ category, relation, policy: policySha256, words: wordsSha256 }}
    label={label}
    hint={words}
    on={on}
    spoken={words}
  />
);

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
