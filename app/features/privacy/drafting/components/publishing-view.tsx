import { Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { LookAgain } from '~/ui/look-again';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import { ProgressNote } from '~/ui/progress-note';
import type { Publishing } from '../publishing.server';

type Shown = Exclude<Publishing, { state: 'published' }>;

/** How far a publication is that takes longer than one answer may, or why nothing came of it. */
export function PublishingView({ publishing }: { publishing: Shown }) {
  if (publishing.state === 'refused')
    return (
      <div className="measure stack">
        <PageHeading title={m.drafting_not_published()} />
        <Notice kind="error" live>
          <p>{publishing.problem}</p>
        </Notice>
        <p>
          <Link to="/steward/policy/publication">{m.drafting_publishing_back()}</Link>
        </p>
      </div>
    );
  const { done, total } = publishing;
  return (
    <div className="measure stack">
      <PageHeading title={m.drafting_publishing_title()} lede={m.drafting_publishing_lede()} />
      {total > 0 ? (
        <ProgressNote label={m.drafting_publishing_progress({ done, total })} value={done} max={total} />
      ) : (
        <ProgressNote label={m.drafting_publishing_begins()} />
      )}
      <p>
        {m.drafting_publishing_text()} <LookAgain to="/steward/policy/publishing">{m.import_reload()}</LookAgain>
      </p>
    </div>
  );
}
