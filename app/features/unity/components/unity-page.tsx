import { Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { ButtonLink } from '~/ui/button';
import { DefinitionList } from '~/ui/definition-list';
import { EmptyState } from '~/ui/empty-state';
import { formatDay } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import { Section } from '~/ui/section';
import type { PublishedUnity, UnityPageData } from '../unity-page.server';
import { MyGroups } from './my-groups';
import { SignForm } from './sign-form';
import { Signatories } from './signatories';
import { StatementProse } from './statement-prose';
import { type UnitySaid, UnitySaidNotice } from './unity-said';

type UnityPageProps = {
  page: UnityPageData;
  said?: UnitySaid | undefined;
  further?: boolean;
  /** Where one comes back to, if this is a step on the way in. */
  to?: string | null;
};

/** A version of the unity statement, who stands under it, and where the reader signs it. */
export function UnityPage({ page, said, further = false, to = null }: UnityPageProps) {
  if (!page.statement) return <NothingYet keeper={page.keeper} />;
  const published = page as PublishedUnity;
  const { statement, inForce, numbered, groups, people } = published;
  const { version } = statement;
  return (
    <>
      <PageHeading
        eyebrow={m.unity_eyebrow({ version })}
        title={<span lang={statement.titleLanguage}>{statement.title}</span>}
      >
        {page.keeper ? (
          <p>
            <Link to="/operate/unity">{m.unity_keep()}</Link>
          </p>
        ) : null}
      </PageHeading>
      <UnitySaidNotice said={said} />
      {to ? <AsStep to={to} /> : null}
      {inForce ? null : (
        <Notice>
          <p>
            {m.unity_older_notice()} <Link to="/unity">{m.unity_see_current()}</Link>
          </p>
        </Notice>
      )}
      <StatementProse statement={statement} />
      <div className="section-gap">
        {inForce ? <Sign page={published} to={to} /> : null}
        <Signatories
          version={version}
          path={numbered ? `/unity/${version}` : '/unity'}
          groups={groups}
          people={people}
          further={further}
        />
        <Facts page={published} />
      </div>
    </>
  );
}

/** The way back for whoever came from a page that this is a step of. */
function AsStep({ to }: { to: string }) {
  return (
    <p className="row page-note">
      <a href="#sign">{m.unity_step_jump()}</a>
      <Link to={to}>{m.unity_step_back()}</Link>
    </p>
  );
}

function NothingYet({ keeper }: { keeper: boolean }) {
  return (
    <>
      <PageHeading title={m.unity_name()} />
      <EmptyState
        title={m.unity_none_title()}
        actions={
          keeper ? (
            <ButtonLink to="/operate/unity" kind="primary">
              {m.unity_none_look()}
            </ButtonLink>
          ) : undefined
        }
      >
        {keeper ? m.unity_none_keeper() : m.unity_none_text()}
      </EmptyState>
    </>
  );
}

function Sign({ page: { statement, me, person }, to }: { page: PublishedUnity; to: string | null }) {
  return (
    <Section title={m.unity_sign_title()} id="sign">
      {me ? (
        <div className="stack-l stack">
          <SignForm statement={statement} mine={me} to={to} />
          <MyGroups groups={me.groups} version={statement.version} />
        </div>
      ) : (
        <div className="stack measure">
          <p>{person ? m.unity_not_while_hidden() : m.unity_sign_visitor()}</p>
          {person ? null : (
            <div className="row">
              <ButtonLink to="/sign-in?to=%2Funity" kind="primary">
                {m.unity_sign_in()}
              </ButtonLink>
              <ButtonLink to="/join">{m.join_nav()}</ButtonLink>
            </div>
          )}
        </div>
      )}
    </Section>
  );
}

function Facts({ page: { statement, versions } }: { page: PublishedUnity }) {
  const locale = useLocale();
  return (
    <Section title={m.unity_facts()} id="version">
      <DefinitionList
        items={[
          { term: m.unity_published(), description: formatDay(statement.publishedAt, locale) },
          { term: m.unity_fingerprint(), description: <code>{statement.sha256}</code> },
        ]}
      />
      <h3 className="section-gap-s">{m.unity_versions()}</h3>
      <ul>
        {versions.map(({ version, publishedAt }, at) => {
          const line = m.unity_version_line({ version, date: formatDay(publishedAt, locale) });
          return (
            <li key={version}>
              <Link to={`/unity/${version}`}>{line}</Link>
              {at === 0 ? <span className="soft"> · {m.unity_version_in_force()}</span> : null}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
