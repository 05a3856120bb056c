import { m } from '~/lib/paraglide/messages.js';
import { formatDay } from '~/ui/format';
import { type Locale, useLocale } from '~/ui/locale';
import { Notice } from '~/ui/notice';
import type { Invited } from '../invite.server';

export interface InviteFields {
  name: string;
  email: string;
  source: string;
}

/** What the page answers to a press of one of its buttons. */
export type Said =
  | (Invited & { sendsMail: boolean })
  | { kind: 'erased' | 'gone' }
  | { kind: 'invalid'; values: InviteFields; wrong: (keyof InviteFields)[] };

const BAD = new Set(['already', 'has_account', 'known', 'too_many', 'gone']);

function textOf(said: Exclude<Said, { kind: 'invalid' }>, locale: Locale): string {
  switch (said.kind) {
    case 'invited':
      return said.sendsMail ? m.imported_said_invited(said) : m.imported_said_waiting(said);
    case 'already':
      return m.imported_said_already({ name: said.name, day: formatDay(said.since, locale) });
    case 'has_account':
      return m.imported_said_has_account(said);
    case 'known':
      return m.imported_said_known();
    case 'too_many':
      return m.imported_said_too_many();
    case 'erased':
      return m.imported_said_erased();
    case 'gone':
      return m.imported_said_gone();
  }
}

export function ImportedSaid({ said }: { said: Said | undefined }) {
  const locale = useLocale();
  if (!said || said.kind === 'invalid') return null;
  return (
    <Notice kind={BAD.has(said.kind) ? 'warning' : 'success'} live>
      <p>{textOf(said, locale)}</p>
    </Notice>
  );
}
