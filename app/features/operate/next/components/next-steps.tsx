import { Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Section } from '~/ui/section';
import type { NextStep } from '../next-steps.server';

const STEPS: Record<NextStep, { to: string; title: () => string; text: () => string }> = {
  sharing: { to: '/settings/sharing', title: m.next_sharing, text: m.next_sharing_text },
  groups: { to: '/operate/import', title: m.next_groups, text: m.next_groups_text },
  people: { to: '/steward/imported', title: m.next_people, text: m.next_people_text },
  mail: { to: '/operate/network', title: m.next_mail, text: m.next_mail_text },
  backups: { to: '/operate/backups', title: m.next_backups, text: m.next_backups_text },
};

/** What is left to do in a young network. */
export function NextSteps({ steps }: { steps: readonly NextStep[] }) {
  if (steps.length === 0) return null;
  return (
    <Section title={m.next_title()}>
      <ol className="stack">
        {steps.map((step) => (
          <li key={step}>
            <Link to={STEPS[step].to}>{STEPS[step].title()}</Link>
            <p className="measure">{STEPS[step].text()}</p>
          </li>
        ))}
      </ol>
    </Section>
  );
}
