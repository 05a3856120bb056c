import { m } from '~/lib/paraglide/messages.js';
import { ButtonLink } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';

/** An empty list: nobody is here yet, or nothing fits the search. */
export function NothingFound({ subject, searched }: { subject: 'people' | 'groups'; searched: boolean }) {
  const people = subject === 'people';
  if (!searched) {
    return (
      <EmptyState drawing title={people ? m.directory_empty_title() : m.directory_empty_groups_title()}>
        {people ? m.directory_empty_text() : m.directory_empty_groups_text()}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={people ? m.directory_none_title() : m.directory_none_groups_title()}
      actions={<ButtonLink to={`/${subject}`}>{m.directory_start_over()}</ButtonLink>}
    >
      {people ? m.directory_none_text() : m.directory_none_groups_text()}
    </EmptyState>
  );
}
