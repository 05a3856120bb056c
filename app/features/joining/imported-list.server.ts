import { sql } from 'drizzle-orm';
import { mustBe } from '~/auth/must-be';
import type { SignedIn } from '~/auth/viewer';
import { IMPORTED_KEPT_DAYS } from '~/lib/standing';
import { fold } from '~/lib/text';
import { command } from '~/sharing/command.server';
import { readAs } from '~/sharing/read.server';

export const IMPORTED_STATES = ['all', 'not_invited', 'invited'] as const;
export type ImportedState = (typeof IMPORTED_STATES)[number];

export interface ImportedQuery {
  q: string;
  state: ImportedState;
  /** Handle of the last person of the page before. */
  after: string;
}

export interface ImportedPerson {
  personId: string;
  handle: string;
  name: string;
  headline: string | null;
  groups: string[];
  source: string;
  /** ISO dates and times; `invited` is null before. */
  invited: string | null;
  deletedOn: string;
}

export interface ImportedList {
  people: ImportedPerson[];
  total: number;
  /** Handle to go on after. */
  next: string | null;
}

const PAGE = 50;

interface State {
  personId: string;
  source: string;
  invited: string | null;
  deletedOn: string;
}

/** Imported people by name, for stewards. Addresses are not part of it: nobody needs them to invite. */
export async function importedList(viewer: SignedIn, query: ImportedQuery): Promise<ImportedList> {
  mustBe(viewer, 'steward');
  const states = new Map((await importStates()).map((state) => [state.personId, state]));
  const wanted = [...states.values()].filter(
    ({ invited }) => query.state === 'all' || (query.state === 'invited') === (invited !== null),
  );
  const sqlAs = readAs(viewer);
  const words = fold(query.q)
    .split(' ')
    .filter(Boolean)
    .map((word) => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`);
  const fits = sqlAs`imported and person_id = any(${wanted.map(({ personId }) => personId)}::uuid[])
    and sort_name like all(${words}::text[])`;
  const [[counted], rows] = await Promise.all([
    sqlAs<{ total: number }[]>`select count(*)::int as total from people where ${fits}`,
    sqlAs<{ person_id: string; handle: string; name: string; headline: string | null; groups: string[] }[]>`
      select p.person_id, p.handle, p.name, p.headline,
        array(select g.name from positions x join groups g on g.group_id = x.group_id where x.person_id = p.person_id order by g.sort_name) as groups
      from people p where ${fits}
        and (${query.after} = '' or (sort_name, handle) > (select sort_name, handle from people where handle = ${query.after}))
      order by sort_name, handle limit ${PAGE + 1}`,
  ]);
  const people = rows.slice(0, PAGE).flatMap(({ person_id, ...shown }) => {
    const state = states.get(person_id);
    return state ? [{ ...shown, ...state }] : [];
  });
  return { people, total: counted?.total ?? 0, next: rows.length > PAGE ? (people.at(-1)?.handle ?? null) : null };
}

/** Of every imported person where they come from, when they were invited, and when they go without an answer. */
const importStates = (): Promise<State[]> =>
  command(async ({ db }) => [
    ...(await db.execute<State & Record<string, unknown>>(sql`
      select i.person_id as "personId", i.source, to_json(v.created_at) #>> '{}' as invited,
        to_json(i.imported_at + make_interval(days => ${IMPORTED_KEPT_DAYS})) #>> '{}' as "deletedOn"
      from core.imported_people i join core.people p on p.id = i.person_id
      left join core.invitations v on v.person_id = i.person_id where p.standing = 'imported'`)),
  ]);
