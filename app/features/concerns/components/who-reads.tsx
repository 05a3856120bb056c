import { m } from '~/lib/paraglide/messages.js';
import { formatList } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { Section } from '~/ui/section';
import type { RaisePage } from '../raise-page.server';

/** Who would read a concern, by name as far as this reader may know, and who would not. */
export function WhoReads({ page: { stewards, more, enough, outside } }: { page: RaisePage }) {
  const locale = useLocale();
  const names = formatList(
    stewards.map(({ name }) => name),
    locale,
  );
  const two = () => {
    if (stewards.length === 0) return m.concern_who_two();
    return more ? m.concern_who_among({ names }) : m.concern_who_named({ names });
  };
  return (
    <Section title={m.concern_who_title()}>
      <div className="stack">
        {enough ? (
          <p>
            <bdi>{two()}</bdi>
          </p>
        ) : null}
        {outside ? (
          <p>
            <bdi>{enough ? m.concern_who_else({ name: outside }) : m.concern_who_outside({ name: outside })}</bdi>{' '}
            {m.concern_who_mail()}
          </p>
        ) : null}
        <p>{m.concern_who_not()}</p>
      </div>
    </Section>
  );
}

/** What happens next, and what does not. */
export function WhatHappens({ heard }: { heard: boolean }) {
  return (
    <Section title={m.concern_next_title()}>
      <ul>
        {heard ? (
          <>
            <li>{m.concern_next_call()}</li>
            <li>{m.concern_next_told()}</li>
            <li>{m.concern_next_appeal()}</li>
            <li>{m.concern_next_kept()}</li>
          </>
        ) : (
          <li>{m.concern_next_outside()}</li>
        )}
        <li>{m.concern_next_leaving()}</li>
        <li>{m.concern_next_danger()}</li>
      </ul>
    </Section>
  );
}
