import { m } from '~/lib/paraglide/messages.js';
import { ButtonLink } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { PageHeading } from '~/ui/page-heading';
import type { MyLine } from '../my-concerns.server';
import { ConcernList } from './concern-list';

/** The viewer's own concerns. */
export function MinePage({ concerns }: { concerns: MyLine[] }) {
  const raise = <ButtonLink to="/concern">{m.concern_title()}</ButtonLink>;
  return (
    <div className="measure">
      <PageHeading title={m.concern_mine_title()} lede={m.concern_mine_lede()} />
      {concerns.length === 0 ? (
        <EmptyState title={m.concern_mine_none()} actions={raise} />
      ) : (
        <>
          <ConcernList concerns={concerns} base="/concerns" />
          <p className="section-gap-s">{raise}</p>
        </>
      )}
    </div>
  );
}
