import { Form, Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/section';
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

function OneSwitch({ name, on }: { name: Switch; on: boolean }) {
  const { label, hint } = WORDS[name];
  const what = label();
  return (
    <Form method="post" action="/settings/sharing/switches" className="share-switch">
      <div>
        <p>
          <span className="share-what">{what}</span>
        </p>
        <p className="hint">{hint()}</p>
      </div>
      <p className="share-now">{on ? m.choices_switch_on() : m.choices_switch_off()}</p>
      <input type="hidden" name="switch" value={name} />
      <Button small name="to" value={on ? 'off' : 'on'}>
        <span>{on ? m.choices_turn_off() : m.choices_turn_on()}</span>
        <span className="sr-only">: {what}</span>
      </Button>
    </Form>
  );
}

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
