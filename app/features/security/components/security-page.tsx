import { m } from '~/lib/paraglide/messages.js';
import { ButtonLink } from '~/ui/button';
import { PageHeading } from '~/ui/page-heading';
import { Section } from '~/ui/section';
import type { SecurityPageData } from '../security-page.server';
import { DeviceList } from './device-list';
import { Hiding } from './hiding';
import { RoleNotices } from './role-notices';
import { SecondStep } from './second-step';

/** Where someone is signed in, what they prove themselves with, and the way out at once. */
export function SecurityPage({ page }: { page: SecurityPageData }) {
  return (
    <>
      <PageHeading title={m.security_title()} lede={m.security_lede()} />
      <div className="measure stack">
        <RoleNotices {...page.proofs} here />
        <Section title={m.security_second_title()}>
          <SecondStep {...page} />
        </Section>
        <Section title={m.security_devices_title()}>
          <DeviceList devices={page.devices} />
        </Section>
        <Section title={m.address_section_title()}>
          <div className="stack">
            <p>{m.address_section_text()}</p>
            <div className="row">
              <ButtonLink to="/settings/security/address">{m.address_section_button()}</ButtonLink>
            </div>
          </div>
        </Section>
        {page.hiding ? (
          <Section title={m.security_hiding_title()}>
            <Hiding hidden={page.hiding === 'show'} />
          </Section>
        ) : null}
      </div>
    </>
  );
}
