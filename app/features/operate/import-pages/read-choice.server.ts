import { DomainError } from '~/lib/errors';
import { readForm } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';

const KNOWN = /^(?:c\d{1,3}|source|drop)$/;

/** What the form of a file says: the columns, the source, and whether it is to be deleted. @throws DomainError `invalid` */
export async function readChoice(request: Request): Promise<{ drop: boolean; said: URLSearchParams }> {
  const said = new URLSearchParams();
  for (const [key, value] of await readForm(request)) {
    if (!KNOWN.test(key) || typeof value !== 'string' || said.has(key))
      throw new DomainError('invalid', m.errors_form_unreadable());
    said.set(key, value);
  }
  return { drop: said.has('drop'), said };
}
