import { Form, Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import { Section } from '~/ui/section';
import { Changes } from '../../components/changes';
import { StatementProse } from '../../components/statement-prose';
import type { DraftPage } from '../draft-page.server';

/** The last look at a draft before it is published for good. */
export function PublishView({ page, refused }: { page: DraftPage; refused: string | undefined }) {
  return (
    <div className="narrow stack-l stack">
      <PageHeading
        eyebrow={m.unity_publish_title()}
        title={<span lang={page.shown.titleLanguage}>{page.shown.title}</span>}
        lede={m.unity_publish_text()}
      >
        <p>
          <Link to={`/operate/unity/${page.id}`}>{m.unity_publish_back()}</Link>
        </p>
      </PageHeading>
      {refused ? (
        <Notice kind="error" live title={m.unity_publish_not()}>
          <p>{refused}</p>
        </Notice>
      ) : null}
      <Changes statement={page.shown} />
      <StatementProse statement={page.shown} />
      <Section title={m.unity_publish_title()}>
        <Form method="post">
          <input type="hidden" name="version" value={page.version} />
          <Button kind="primary">{m.unity_publish_button()}</Button>
        </Form>
      </Section>
    </div>
  );
}
