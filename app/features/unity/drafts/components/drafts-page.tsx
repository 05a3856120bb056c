import { Form, Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { formatMoment, formatNumber } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { Name } from '~/ui/name';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import { Section } from '~/ui/section';
import { StatementProse } from '../../components/statement-prose';
import type { DraftsPage } from '../drafts.server';

/** Where drafts of the unity statement are begun and found. */
export function DraftsView({ page }: { page: DraftsPage }) {
  return (
    <>
      <PageHeading title={m.unity_drafts_title()} lede={m.unity_drafts_lede()}>
        <p>
          <Link to="/unity">
            {page.current ? m.unity_drafts_current({ version: page.current }) : m.unity_none_title()}
          </Link>
        </p>
      </PageHeading>
      {page.proposal ? <Proposal proposal={page.proposal} /> : <Drafts page={page} />}
      {page.logos.length > 0 ? (
        <Section title={m.unity_logos_title()}>
          <p className="measure">{m.unity_logos_text()}</p>
          <ul className="name-columns">
            {page.logos.map(({ slug, name, version }) => (
              <li key={slug}>
                <Link to={`/groups/${slug}`}>
                  <Name>{name}</Name>
                </Link>
                <span className="soft"> · {m.unity_group_signed({ version })}</span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

function Drafts({ page }: { page: DraftsPage }) {
  const locale = useLocale();
  return (
    <Section title={m.unity_drafts_list()}>
      {page.drafts.length > 0 ? (
        <ul className="plain-list">
          {page.drafts.map(({ id, title, updatedAt, publishedVersion, comments }) => (
            <li key={id} className="row row-between">
              <Link to={`/operate/unity/${id}`}>{title || m.unity_draft_untitled()}</Link>
              <span className="soft">
                {publishedVersion
                  ? m.unity_drafts_published({ version: publishedVersion })
                  : m.unity_drafts_saved({ when: formatMoment(updatedAt, locale) })}
                {' · '}
                {m.unity_comments_count({ count: comments, shown: formatNumber(comments, locale) })}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p>{m.unity_drafts_none()}</p>
      )}
      <Form method="post" className="section-gap-s">
        <Button kind="primary">{m.unity_drafts_begin()}</Button>
      </Form>
    </Section>
  );
}

function Proposal({ proposal }: { proposal: NonNullable<DraftsPage['proposal']> }) {
  return (
    <Section title={m.unity_proposal_title()}>
      <div className="stack">
        <Notice>
          <p>{m.unity_proposal_text()}</p>
        </Notice>
        <Form method="post">
          <Button kind="primary">{m.unity_proposal_begin()}</Button>
        </Form>
        <h3>{proposal.title}</h3>
        <StatementProse statement={proposal} />
      </div>
    </Section>
  );
}
