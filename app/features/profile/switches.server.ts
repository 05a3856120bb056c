import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { people } from '#db/schema/people';
import { asSelf } from '#db/self.server';
import { mayWiden } from '~/auth/may-widen.server';
import type { SignedIn } from '~/auth/viewer';
import { notFound } from '~/lib/errors';
import { takeForm } from '~/lib/forms';
import { randomHandle } from '~/lib/handles';
import { command } from '~/sharing/command.server';
import { type MySwitches, SWITCHES, type Switch, type SwitchOutcome } from './switches';

/** How the viewer's own switches stand, and where their page is. */
export async function mySwitches({ personId }: SignedIn): Promise<MySwitches> {
  const [row] = await asSelf(
    personId,
    (own) => own<(MySwitches['on'] & Omit<MySwitches, 'on'>)[]>`
      select handle, alias is not null as "hasAlias", alias_only as "aliasOnly", off_map as "offMap",
        not_indexed as "notIndexed" from core.people where id = ${personId}`,
  );
  if (!row) throw notFound();
  const { handle, hasAlias, ...on } = row;
  return { handle, hasAlias, on };
}

/** What a switch changes: the address too where it was known together with the other name. */
const columnsOf = (name: Switch, on: boolean) =>
  ({
    aliasOnly: { aliasOnly: on, handle: randomHandle() },
    offMap: { offMap: on },
    notIndexed: { notIndexed: on },
  })[name];

const form = z.object({ switch: z.enum(SWITCHES), to: z.enum(['on', 'off']) });

/**
 * Puts one switch of the viewer where its button says, whatever else changed since the page was made. Off shows more of
 * them and takes a fresh proof; on never does. Whoever goes by an alias from now on, or no longer, gets a new handle.
 * @throws DomainError `invalid` for a form that is none of the page
 */
export async function saveSwitch(viewer: SignedIn, sent: FormData): Promise<SwitchOutcome> {
  const { switch: name, to } = takeForm(form, sent);
  const on = to === 'on';
  const proved = on || (await mayWiden(viewer));
  return command(async ({ db, personChanged }) => {
    const mine = eq(people.id, viewer.personId);
    const [stored] = await db.select().from(people).where(mine).for('update');
    if (!stored) throw notFound();
    if (stored[name] === on) return 'switched';
    if (!proved) return 'prove';
    if (name === 'aliasOnly' && on && !stored.alias) return 'alias';
    await db
      .update(people)
      .set({ ...columnsOf(name, on), version: sql`${people.version} + 1`, updatedAt: new Date() })
      .where(mine);
    personChanged(viewer.personId);
    return 'switched';
  });
}
