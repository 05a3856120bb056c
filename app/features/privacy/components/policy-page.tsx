import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { m } from '~/lib/paraglide/messages.js';
import { DefinitionList } from '~/ui/definition-list';
import { formatDay, formatNumber } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { PageHeading } from '~/ui/page-heading';
import { Prose } from '~/ui/prose';
import { Section } from '~/ui/section';
import type { PolicyPageData } from '../policy-page.server';
import { PolicyTable } from './policy-table';
import { Changes, Coming, PolicyVersions } from './policy-versions';

type PolicyPageProps = { policy: PolicyPageData; signedIn: boolean };

/** The privacy policy as text, table and numbers, all from the form the hub enforces. */
export function PolicyPage({ policy, signedIn }: PolicyPageProps) {
  const locale = useLocale();
  const { minimum, round } = policy.statistics;
  return (
    <>
      <PageHeading
        eyebrow={m.privacy_page_version({ version: policy.version })}
        title={m.privacy_page_title()}
        lede={m.privacy_page_lede()}
      >
        {signedIn ? (
          <p>
            <Link to="/settings/sharing">{m.privacy_page_mine()}</Link>
          </p>
        ) : null}
      </PageHeading>
      <Coming policy={policy} />
      <Changes changes={policy.changes} />
      <div lang={policy.prose.language}>
        <Prose html={policy.prose.html} />
      </div>
      <div className="section-gap">
        <Section title={m.privacy_table_title()} id="table">
          <div className="stack">
            <p className="measure">{m.privacy_table_intro()}</p>
            <PolicyTable rows={policy.table} />
          </div>
        </Section>
        <Section title={m.privacy_standing_title()} id="before-joining">
          <div className="measure">
            <DefinitionList
              items={policy.beforeJoining.map(({ label, seen }) => ({ term: label, description: seen }))}
            />
          </div>
        </Section>
        <Section title={m.privacy_recipients_title()} id="recipients">
          <Recipients recipients={policy.recipients} />
        </Section>
        <Section title={m.privacy_statistics_title()} id="numbers">
          <p className="measure">
            {m.privacy_statistics_text({ minimum: formatNumber(minimum, locale), round: formatNumber(round, locale) })}
          </p>
        </Section>
        <Section title={m.privacy_page_facts()} id="version">
          <PolicyFacts policy={policy} />
        </Section>
        <Section title={m.policy_versions_title()} id="versions">
          <PolicyVersions policy={policy} />
        </Section>
      </div>
    </>
  );
}

function Recipients({ recipients }: { recipients: PolicyPageData['recipients'] }): ReactNode {
  if (recipients.length === 0) return <p>{m.privacy_recipients_none()}</p>;
  return (
    <div className="stack">
      <p className="measure">{m.privacy_recipients_intro()}</p>
      <DefinitionList items={recipients.map(({ label, gets }) => ({ term: label, description: gets }))} />
    </div>
  );
}

function PolicyFacts({ policy }: { policy: PolicyPageData }) {
  const locale = useLocale();
  const path = `/privacy/${policy.version}`;
  const state = policy.inForce ? m.privacy_page_in_force() : m.privacy_page_not_in_force();
  return (
    <div className="stack">
      <DefinitionList
        items={[
          { term: m.privacy_page_version({ version: policy.version }), description: state },
          { term: m.privacy_page_effective(), description: formatDay(policy.effective, locale) },
          { term: m.privacy_page_published(), description: formatDay(policy.publishedAt, locale) },
          { term: m.privacy_page_fingerprint(), description: <code>{policy.sha256}</code> },
        ]}
      />
      {policy.numbered ? (
        <p>
          <Link to="/privacy">{m.privacy_page_current()}</Link>
        </p>
      ) : (
        <p>
          <Link to={path}>{m.privacy_page_permalink({ path })}</Link>
        </p>
      )}
    </div>
  );
}
