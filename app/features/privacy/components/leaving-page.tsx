import { Form, Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { formatList } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import { Section } from '~/ui/section';
import type { Leaving } from '../leaving.server';
import { SettingsNav } from './settings-nav';

type Refused = 'unconfirmed' | 'last_steward' | undefined;

/** Where someone deletes themselves: what goes, what stays, and another way. */
export function LeavingPage({ leaving, refused }: { leaving: Leaving; refused: Refused }) {
  const locale = useLocale();
  const lastSteward = leaving.lastSteward || refused === 'last_steward';
  return (
    <>
      <SettingsNav />
      <PageHeading title={m.leaving_title()} lede={m.leaving_lede()} />
      <div className="measure">
        <Section title={m.leaving_goes_title()}>
          <ul>
            <li>{m.leaving_goes_profile()}</li>
            <li>{m.leaving_goes_groups()}</li>
            <li>{m.leaving_goes_sharing()}</li>
            <li>{m.leaving_goes_account()}</li>
            <li>{m.leaving_goes_mail()}</li>
          </ul>
        </Section>
        <Section title={m.leaving_stays_title()}>
          <div className="stack">
            <p>{m.leaving_stays_text()}</p>
            {leaving.leads.length > 0 ? (
              <p>
                {m.leaving_stays_groups()}{' '}
                <bdi>{m.leaving_you_lead({ groups: formatList(leaving.leads, locale) })}</bdi>
              </p>
            ) : null}
          </div>
        </Section>
        <Section title={m.my_data_title()} id="data">
          <div className="stack">
            <p>{m.rights_copy_text()}</p>
            <p>
              <Link to="/settings/data">{m.rights_copy_link()}</Link>
            </p>
          </div>
        </Section>
        <Section title={m.leaving_instead_title()}>
          <p>
            {m.leaving_instead_text()} <Link to="/settings/sharing">{m.leaving_instead_link()}</Link>
          </p>
        </Section>
        <Section title={m.leaving_confirm_title()}>
          {lastSteward ? (
            <LastSteward live={refused === 'last_steward'} />
          ) : (
            <Confirm missing={refused !== undefined} />
          )}
        </Section>
      </div>
    </>
  );
}

const LastSteward = ({ live }: { live: boolean }) => (
  <Notice kind="warning" live={live} title={m.leaving_last_steward_title()}>
    <p>{m.leaving_last_steward_text()}</p>
  </Notice>
);

function Confirm({ missing }: { missing: boolean }) {
  // With `reloadDocument`, so that the page after it knows that nobody is signed in.
  return (
    <Form method="post" className="stack" reloadDocument>
      {missing ? (
        <Notice kind="error" live>
          <p id="sure-missing">{m.leaving_confirm_missing()}</p>
        </Notice>
      ) : null}
      <label className="choice">
        <input
          type="checkbox"
          name="sure"
          required
          aria-invalid={missing || undefined}
          aria-describedby={missing ? 'sure-missing' : undefined}
        />
        <span>{m.leaving_confirm_label()}</span>
      </label>
      <Button kind="danger">{m.leaving_button()}</Button>
    </Form>
  );
}
