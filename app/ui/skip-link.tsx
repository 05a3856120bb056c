import { m } from '~/lib/paraglide/messages.js';

export function SkipLink() {
  return (
    <a className="skip-link" href="#content">
      {m.shell_skip_to_content()}
    </a>
  );
}
