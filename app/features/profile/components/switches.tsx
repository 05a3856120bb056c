import { Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/section';
import { SwitchRow } from '~/ui/switch-row';
import { type MySwitches, SWITCHES, type Switch, type SwitchOutcome } from '../switches';

const WORDS: Record<Switch, { label: () => string; hint: () => string }> = {
  aliasOnly: { label: m.profile_alias_only, hint: m.profile_alias_only_hint },
  offMap: { label: m.profile_off_map, hint: m.profile_off_map_hint },
  notIndexed: { label: m.profile_not_indexed, hint: m.profile_not_indexed_hint },
};

type SwitchesProps = { switches: MySwitches; outcome: { kind: SwitchOutcome; name: Switch } | null };

/** What makes one harder to find, each by one tap. */
export function Switches({ switches, outcome }: SwitchesProps) {
  return (
    <div className="section-gap measure">
      <Section title={m.choices_switches_title()} id="switches">
        {outcome ? <Outcome {...outcome} handle={switches.handle} /> : null}
        {SWITCHES.map((name) => (
          <OneSwitch key={name} name={name} on={switches.on[name]} />
        ))}
      </Section>
    </div>
  );
}

const OneSwitch = ({ name, on }: { name: Switch; on: boolean }) => (
  <SwitchRow
    action="/settings/sharing/switches"
    sent={{ switch: name }}
    label={WORDS[name].label()}
    hint={WORDS[name].hint()}
    on={on}
  />
);

function Outcome({ kind, name, handle }: { kind: SwitchOutcome; name: Switch; handle: string }) {
  if (kind === 'alias')
    return (
      <Notice kind="warning" live>
        <p>{m.choices_no_alias()}</p>
        <p>
          <Link to="/settings/profile#field-alias">{m.choices_no_alias_link()}</Link>
        </p>
      </Notice>
    );
  if (kind === 'prove')
    return (
      <Notice kind="warning" live>
        <p>{m.choices_switch_prove()}</p>
        <p>
          <Link to="/sign-in/again?to=%2Fsettings%2Fsharing">{m.choices_prove_link()}</Link>
        </p>
      </Notice>
    );
  return (
    <Notice kind="success" live>
      <p>{m.choices_switched({ what: WORDS[name].label() })}</p>
      {name === 'aliasOnly' ? <p>{m.choices_switched_handle({ path: `/people/${handle}` })}</p> : null}
    </Notice>
  );
}
