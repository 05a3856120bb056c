import { m } from '~/lib/paraglide/messages.js';
import { ButtonLink } from './button';

/** Ways through a keyset list: on to what follows, and back to the start when beyond it. Nothing on a single page. */
export function Pagination({ next, start }: { next?: string | null; start?: string | null }) {
  if (!next && !start) return null;
  return (
    <nav className="pagination" aria-label={m.shell_pages()}>
      {next ? (
        <ButtonLink to={next} rel="next">
          {m.shell_show_more()}
        </ButtonLink>
      ) : null}
      {start ? (
        <ButtonLink to={start} kind="quiet">
          {m.shell_back_to_start()}
        </ButtonLink>
      ) : null}
    </nav>
  );
}
