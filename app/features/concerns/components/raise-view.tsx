import { Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import { Section } from '~/ui/section';
import type { RaisePage } from '../raise-page.server';
import type { RaiseSaid } from '../submit-raise.server';
import { RaiseForm } from './raise-form';
import { WhatHappens, WhoReads } from './who-reads';

type RaiseViewProps = { page: RaisePage; said: RaiseSaid | undefined };

/** Where a concern is raised: who reads it, what happens then, and the form. */
export function RaiseView({ page, said }: RaiseViewProps) {
  const open = page.enough || page.outside !== null;
  return (
    <div className="measure">
      <PageHeading title={m.concern_title()} lede={m.concern_lede()}>
        {page.signedIn ? (
          <p>
            <Link to="/concerns">{m.concern_mine_link()}</Link>
          </p>
        ) : null}
      </PageHeading>
      {open ? (
        <>
          <WhoReads page={page} />
          <WhatHappens heard={page.enough} />
          <Section title={m.concern_form_title()} id="concern">
            <RaiseForm page={page} said={said} />
          </Section>
        </>
      ) : (
        <Notice kind="warning" title={m.concern_closed_title()}>
          <p>{m.concern_closed_text()}</p>
          <p>{m.concern_instead()}</p>
        </Notice>
      )}
    </div>
  );
}

/** What a visitor reads once their concern is raised. */
export function RaisedView({ to, follow, page }: { to: 'stewards' | 'outside'; follow: boolean; page: RaisePage }) {
  return (
    <div className="measure stack">
      <PageHeading
        title={m.concern_sent_title()}
        lede={
          to === 'stewards'
            ? m.concern_sent_two()
            : m.concern_sent_outside({ name: page.outside ?? m.concern_somebody() })
        }
      />
      <p>{follow ? m.concern_sent_follow() : m.concern_sent_no_follow()}</p>
      {page.sendsMail ? null : (
        <Notice kind="warning">
          <p>{m.concern_sent_no_mail()}</p>
        </Notice>
      )}
      <p>
        <Link to="/">{m.shell_error_home()}</Link>
      </p>
    </div>
  );
}
