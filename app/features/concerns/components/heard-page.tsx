import { Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { EmptyState } from '~/ui/empty-state';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import type { HeardLine } from '../hearing.server';
import { ConcernList } from './concern-list';

/** The concerns that a steward hears, or heard. */
export function HeardPage({ concerns, away }: { concerns: HeardLine[]; away: boolean }) {
  return (
    <div className="measure">
      <PageHeading title={m.concern_desk_title()} lede={m.concern_desk_lede()}>
        <p>
          <Link to="/steward/concerns/people">{m.concern_people_title()}</Link>
        </p>
      </PageHeading>
      {away ? (
        <Notice kind="success" live>
          <p>{m.concern_back_done()}</p>
        </Notice>
      ) : null}
      {concerns.length === 0 ? (
        <EmptyState title={m.concern_desk_none()} />
      ) : (
        <ConcernList concerns={concerns} base="/steward/concerns" />
      )}
    </div>
  );
}
