import { Form, Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { formatDay, formatList } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import { Section } from '~/ui/section';
import type { Leaving, LeavingAnswered } from '../leaving.server';
import { SettingsNav } from './settings-nav';
import { WhatGoes } from './what-goes';

type Refused = Extract<LeavingAnswered, 'unconfirmed' | 'last_steward'> | undefined;

/** Where someone leaves, changes their mind while they may, or deletes themselves at once. */
export function LeavingPage({ leaving, refused }: { leaving: Leaving; refused: Refused }) {
  const locale = useLocale();
  const { eraseAt, leads } = leaving;
  const lastSteward = eraseAt === null && (leaving.lastSteward || refused === 'last_steward');
  return (
    <>
      {eraseAt ? null : <SettingsNav />}
      <PageHeading
        title={eraseAt ? m.rights_leaving_title() : m.leaving_title()}
        lede={eraseAt ? m.rights_leaving_lede() : m.rights_leave_lede({ days: leaving.days })}
      />
      <div className="measure">
        {eraseAt ? <Stay day={formatDay(eraseAt, locale)} /> : null}
        <WhatGoes />
        <Section title={m.leaving_stays_title()}>
          <div className="stack">
            <p>{m.leaving_stays_text()}</p>
            {leads.length > 0 ? (
              <p>
                {m.leaving_stays_groups()} <bdi>{m.leaving_you_lead({ groups: formatList(leads, locale) })}</bdi>
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
        {eraseAt ? null : (
          <Section title={m.leaving_instead_title()}>
            <p>
              {m.leaving_instead_text()} <Link to="/settings/sharing">{m.leaving_instead_link()}</Link>
            </p>
          </Section>
        )}
        <Section title={eraseAt ? m.rights_sooner_title() : m.leaving_confirm_title()}>
          {lastSteward ? (
            <LastSteward live={refused === 'last_steward'} />
          ) : (
            <Confirm missing={refused === 'unconfirmed'} leaving={leaving} />
          )}
        </Section>
      </div>
    </>
  );
}

/** For who leaves already: until when they may stay, and the button. */
const Stay = ({ day }: { day: string }) => (
  <Form method="post" className="stack" reloadDocument>
    <Notice title={m.rights_leaving_until({ day })}>
      <p>{m.rights_leaving_until_text()}</p>
    </Notice>
    <p>
      <Button kind="primary" name="intent" value="stay">
        {m.rights_stay()}
      </Button>
    </p>
  </Form>
);

const LastSteward = ({ live }: { live: boolean }) => (
  <Notice kind="warning" live={live} title={m.leaving_last_steward_title()}>
    <p>{m.leaving_last_steward_text()}</p>
  </Notice>
);

function Confirm({ missing, leaving }: { missing: boolean; leaving: Leaving }) {
  // With `reloadDocument`, so that the page after it knows who is signed in.
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
      <p className="row">
        {leaving.eraseAt ? null : (
          <Button kind="danger" name="intent" value="leave">
            {m.rights_leave_button({ days: leaving.days })}
          </Button>
        )}
        <Button kind={leaving.eraseAt ? 'danger' : undefined} name="intent" value="now">
          {m.rights_now_button()}
        </Button>
      </p>
      <p className="hint">{m.rights_now_hint()}</p>
    </Form>
  );
}
