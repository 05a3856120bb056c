import { Form } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { Section } from '~/ui/section';
import type { LetterTime } from '../letter-time.server';
import { HourField, TimeZoneField, WeekdayField } from './time-fields';

/** When the weekly letter goes out, for operators to choose. */
export function LetterTimeForm({ letter, zones }: { letter: LetterTime; zones: string[] }) {
  return (
    <Section title={m.notices_time_title()}>
      <div className="stack">
        <p className="measure">{m.notices_time_text()}</p>
        <Form key={JSON.stringify(letter)} method="post" action="/operate/mail/letter" className="form">
          <WeekdayField weekday={letter.weekday} />
          <HourField name="hour" label={m.notices_hour()} hour={letter.hour} />
          <TimeZoneField zones={zones} chosen={letter.timeZone} hint={m.notices_time_zone_hint()} />
          <div className="form-actions">
            <Button>{m.notices_time_save()}</Button>
          </div>
        </Form>
      </div>
    </Section>
  );
}
