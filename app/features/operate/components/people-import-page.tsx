import { Link } from '@remix-run/react';
import { StewardNav } from '~/features/joining/components/steward-nav';
import { m } from '~/lib/paraglide/messages.js';
import { formatNumber } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import type { PeopleRun } from '../people-import/runs-list.server';
import type { ImportSaid } from '../people-import/upload.server';
import { PeopleRows } from './people-rows';
import { PeopleRuns } from './people-runs';
import { PeopleUpload } from './people-upload';

/** Where stewards bring a list of people in. */
export function PeopleImportPage({ runs, said }: { runs: PeopleRun[]; said: ImportSaid | undefined }) {
  const told = said?.kind === 'tried' || said?.kind === 'done' ? said : undefined;
  return (
    <>
      <StewardNav />
      <PageHeading title={m.people_import_title()} lede={m.people_import_lede()} />
      <Said said={said} />
      <PeopleUpload said={said} />
      {told ? <PeopleRows rows={told.rows} total={told.counts.rows} /> : null}
      <PeopleRuns runs={runs} />
    </>
  );
}

function Said({ said }: { said: ImportSaid | undefined }) {
  const locale = useLocale();
  if (!said || said.kind === 'invalid' || said.kind === 'unreadable') return null;
  if (said.kind === 'undone')
    return (
      <Notice kind="success" live>
        <p>{m.people_import_said_undone({ count: said.count, shown: formatNumber(said.count, locale) })}</p>
      </Notice>
    );
  const shown = Object.fromEntries(
    Object.entries(said.counts).map(([key, count]) => [key, formatNumber(count, locale)]),
  );
  const counts = m.people_import_counts(shown as Record<keyof typeof said.counts, string>);
  if (said.kind === 'tried')
    return (
      <Notice live title={m.people_import_tried_title()}>
        <p>
          {counts}. {said.carried ? m.people_import_tried_text() : m.people_import_tried_choose()}
        </p>
      </Notice>
    );
  return (
    <Notice kind="success" live title={m.people_import_done_title()}>
      <p>
        {counts}. <Link to="/steward/imported">{m.people_import_done_link()}</Link>
      </p>
    </Notice>
  );
}
