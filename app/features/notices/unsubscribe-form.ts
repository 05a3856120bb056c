import { z } from 'zod';
import { takeForm } from '~/lib/forms';

/** A mail program sends the one field that RFC 8058 names; the page's buttons send a scope. */
const schema = z.object({
  'List-Unsubscribe': z.literal('One-Click').optional(),
  scope: z.enum(['this', 'all']).optional(),
});

/** What a form or a mail program asks to end. @throws DomainError `invalid` for anything else */
export function scopeOf(form: FormData): 'this' | 'all' {
  return takeForm(schema, form).scope ?? 'this';
}
