import { m } from '~/lib/paraglide/messages.js';
import { Section } from '~/ui/section';

/** What is deleted with a person. */
export const WhatGoes = () => (
  <Section title={m.leaving_goes_title()}>
    <ul>
      <li>{m.leaving_goes_profile()}</li>
      <li>{m.leaving_goes_groups()}</li>
      <li>{m.leaving_goes_sharing()}</li>
      <li>{m.leaving_goes_account()}</li>
      <li>{m.leaving_goes_mail()}</li>
    </ul>
  </Section>
);
