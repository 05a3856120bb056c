import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { m } from '~/lib/paraglide/messages.js';
import { ButtonLink } from '~/ui/button';
import { Section } from '~/ui/section';
import type { NextStep, NextSteps as Steps } from '../next-steps.server';

const STEPS: Record<NextStep, { to: string | null; title: () => string; text: () => string }> = {
  sharing: { to: '/settings/sharing', title: m.next_sharing, text: m.next_sharing_text },
  groups: { to: '/operate', title: m.next_groups, text: m.next_groups_text },
  people: { to: '/people', title: m.next_people, text: m.next_people_text },
  mail: { to: '/operate/network', title: m.next_mail, text: m.next_mail_text },
  backups: { to: null, title: m.next_backups, text: m.next_backups_text },
};

const titleOf = ({ to, title }: (typeof STEPS)[NextStep]): ReactNode => (to ? <Link to={to}>{title()}</Link> : title());

/** What is left to do in a young network, and the way to its operators' pages. */
export function NextSteps({ next }: { next: Steps }) {
  return (
    <>
      {next.steps.length > 0 ? (
        <Section title={m.next_title()}>
          <ol className="stack">
            {next.steps.map((step) => (
              <li key={step}>
                <strong>{titleOf(STEPS[step])}</strong>
                <p className="measure">{STEPS[step].text()}</p>
              </li>
            ))}
          </ol>
        </Section>
      ) : null}
      {next.operates ? (
        <p>
          <ButtonLink to="/operate">{m.operate_title()}</ButtonLink>
        </p>
      ) : null}
    </>
  );
}
