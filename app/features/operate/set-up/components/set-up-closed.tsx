import { m } from '~/lib/paraglide/messages.js';
import { ButtonLink } from '~/ui/button';
import { PageHeading } from '~/ui/page-heading';

export type Closed = 'done' | 'spent' | 'unknown' | 'taken';

const WORDS: Record<Closed, { title: () => string; text: () => string }> = {
  done: { title: m.setup_done_title, text: m.setup_done_text },
  taken: { title: m.setup_taken_title, text: m.setup_taken_text },
  spent: { title: m.setup_spent_title, text: m.setup_spent_text },
  unknown: { title: m.setup_unknown_title, text: m.setup_unknown_text },
};

/** What a set-up link says that opens nothing (any more). */
export function SetUpClosed({ why }: { why: Closed }) {
  const isSetUp = why === 'done' || why === 'taken';
  return (
    <div className="narrow stack">
      <PageHeading title={WORDS[why].title()} lede={WORDS[why].text()} />
      {isSetUp ? (
        <ButtonLink to="/sign-in" kind="primary">
          {m.shell_sign_in()}
        </ButtonLink>
      ) : (
        <pre className="code">
          <code>npm run hub -- set-up EMAIL</code>
        </pre>
      )}
    </div>
  );
}
