import { Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { formatDay } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import type { MyLine } from '../my-concerns.server';
import { stateWords } from './state-words';

/** Concerns by their day and where each stands; of nothing else of them. */
export function ConcernList({ concerns, base }: { concerns: readonly MyLine[]; base: string }) {
  const locale = useLocale();
  return (
    <ul className="plain-list ruled">
      {concerns.map(({ id, raisedAt, ...where }) => (
        <li key={id}>
          <Link to={`${base}/${id}`}>{m.concern_of_day({ day: formatDay(raisedAt, locale) })}</Link>
          <p className="soft">{stateWords(where)}</p>
        </li>
      ))}
    </ul>
  );
}
