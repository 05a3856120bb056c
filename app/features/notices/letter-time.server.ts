import { sql } from 'drizzle-orm';
import { mustBe } from '~/auth/must-be';
import type { Viewer } from '~/auth/viewer';
import { command } from '~/sharing/command.server';
import { readAs } from '~/sharing/read.server';

/** When the weekly letter goes out, by each reader's own clock. */
export interface LetterTime {
  /** 1 is Monday. */
  weekday: number;
  hour: number;
  /** Of readers who chose none. */
  timeZone: string;
}

const USUAL: LetterTime = { weekday: 2, hour: 9, timeZone: 'UTC' };

/** What the network chose, or Tuesday at nine. */
export async function readLetterTime(viewer: Viewer): Promise<LetterTime> {
  const [row] = await readAs(viewer)<LetterTime[]>`
    select weekday, hour, time_zone as "timeZone" from ref.letter_time`;
  return row ? { ...row } : USUAL;
}

/** An operator chooses it. @throws DomainError `not_found` for anyone else */
export const saveLetterTime = async (viewer: Viewer, { weekday, hour, timeZone }: LetterTime): Promise<void> => {
  mustBe(viewer, 'operator');
  await command(async ({ db }) => {
    await db.execute(sql`
      insert into ref.letter_time (id, weekday, hour, time_zone) values (1, ${weekday}, ${hour}, ${timeZone})
      on conflict (id) do update set weekday = excluded.weekday, hour = excluded.hour, time_zone = excluded.time_zone`);
  });
};
