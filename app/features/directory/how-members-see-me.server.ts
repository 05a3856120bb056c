import type { SignedIn } from '~/auth/viewer';
import { readAs } from '~/sharing/read.server';
import type { SharedPart } from './my-sharing.server';

/** Which column holds what; a part is there if one of its columns is. */
const COLUMNS = {
  group: [],
  region: ['region_key', 'country'],
  town: ['town_id'],
  topics: ['interest_ids', 'skill_ids', 'learn_ids', 'language_codes'],
  about: ['pronouns', 'headline', 'bio', 'links'],
  role: ['network_roles'],
  since: ['joined_month'],
  confirmed: ['last_confirmed_month'],
  needs: ['needs'],
  weaving: ['weaving'],
} satisfies Partial<Record<SharedPart, string[]>>;

/**
 * The parts of the viewer's own entry that every member can read, taken from the very table that members read; empty for
 * someone whom members do not find.
 */
export async function howMembersSeeMe(viewer: SignedIn): Promise<SharedPart[]> {
  const sql = readAs({ ...viewer, roles: new Set() });
  const has = Object.entries(COLUMNS).map(([part, columns]) =>
    part === 'group'
      ? sql`exists (select from positions p where p.person_id = people.person_id) as ${sql(part)}`
      : sql`num_nonnulls(${sql(columns)}) > 0 as ${sql(part)}`,
  );
  const [row] = await sql<Partial<Record<SharedPart, boolean>>[]>`
    select true as name, ${has.reduce((all, each) => sql`${all}, ${each}`)}
    from people where person_id = ${viewer.personId}`;
  return (Object.keys(row ?? {}) as SharedPart[]).filter((part) => row?.[part]);
}
