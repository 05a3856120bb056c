import { Form } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from './button';

type SwitchRowProps = {
  /** Where the button posts to: the fields of `sent`, and `to`, which is `on` or `off`. */
  action: string;
  sent: Record<string, string>;
  label: string;
  hint: string;
  on: boolean;
  /** What the button says it switches to whoever hears it alone; the label unless given. */
  spoken?: string;
};

/** One thing that is on or off, and the button that puts it the other way. */
export function SwitchRow({ action, sent, label, hint, on, spoken = label }: SwitchRowProps) {
  return (
    <Form method="post" action={action} className="share-switch">
      <div>
        <p>
          <span className="share-what">{label}</span>
        </p>
        <p className="hint">{hint}</p>
      </div>
      <p className="share-now">{on ? m.choices_switch_on() : m.choices_switch_off()}</p>
      {Object.entries(sent).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button small name="to" value={on ? 'off' : 'on'}>
        <span>{on ? m.choices_turn_off() : m.choices_turn_on()}</span>
        <span className="sr-only">: {spoken}</span>
      </Button>
    </Form>
  );
}
