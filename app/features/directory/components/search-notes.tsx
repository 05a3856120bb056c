import { Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Notice } from '~/ui/notice';
import type { ListView } from '../list-view';
import { directoryAddress } from '../query';

/** What was understood differently from what was typed, and what else it may mean. */
export function SearchNotes({ subject, view }: { subject: 'people' | 'groups'; view: ListView }) {
  const { query } = view;
  return (
    <>
      {view.corrected ? <Notice>{m.directory_corrected({ text: query.q, corrected: view.corrected })}</Notice> : null}
      {view.placeUnknown ? <Notice kind="warning">{m.directory_place_unknown({ text: query.place })}</Notice> : null}
      {view.otherPlaces.length > 0 ? (
        <p className="hint">
          {m.directory_place_others()}{' '}
          {view.otherPlaces.map((place, index) => (
            <span key={place}>
              {index > 0 ? ' · ' : ''}
              <Link to={directoryAddress(`/${subject}`, { ...query, place })}>{place}</Link>
            </span>
          ))}
        </p>
      ) : null}
    </>
  );
}
