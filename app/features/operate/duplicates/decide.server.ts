import { sql } from 'drizzle-orm';
import type { DuplicateChoice } from '#db/schema/imports';
import { mustBe } from '~/auth/must-be';
import type { SignedIn } from '~/auth/viewer';
import { currentGroups } from '~/features/directory/group-batch.server';
import { saveGroup } from '~/features/directory/group-commands.server';
import { sharedContactFields } from '~/features/directory/group-contact.server';
import { DomainError, notFound } from '~/lib/errors';
import { m } from '~/lib/paraglide/messages.js';
import { isUuid } from '~/lib/uuid';
import { command, type Unit } from '~/sharing/command.server';
import { groupImages } from '../import/images.server';
import { removeGroups } from '../import/undo-rows.server';
import { hindrances } from './hindrances.server';
import { mergeGroups, type Picks } from './pair-fields';
import { type Pair, pairsOf } from './pairs.server';

/** What the form of a pair says; `seen` is the state of both groups that its page showed. */
export interface Decision {
  choice: DuplicateChoice;
  picks: Picks;
  seen: string;
}

/** `earlier`: somebody had decided before. `changed`: one of the two is not what the page showed. */
export type Decided = 'done' | 'earlier' | 'changed' | 'hindered';

/** Names the state of two groups as a page shows it. */
export async function stateOfPair({ db }: Unit, { ours, other }: Pick<Pair, 'ours' | 'other'>): Promise<string> {
  const rows = await db.execute<{ id: string; version: number }>(
    sql`select id, version from core.groups where id in (${ours}, ${other})`,
  );
  return [ours, other].map((id) => `${id}.${rows.find((row) => row.id === id)?.version ?? 0}`).join(' ');
}

/**
 * Holds a row of a run that is not being taken back, so that nobody else decides about it meanwhile.
 * @throws DomainError `not_found` for whoever is no operator and where there is no such pair, `conflict` for a run that is taken back
 */
export async function holdPair(viewer: SignedIn, unit: Unit, runId: string, line: number): Promise<Pair> {
  mustBe(viewer, 'operator');
  if (!isUuid(runId)) throw notFound();
  const [run] = await unit.db.execute<{ undoing: boolean }>(
    sql`select undo_started_at is not null as undoing from core.import_runs where id = ${runId} and kind = 'groups' for share`,
  );
  if (!run) throw notFound();
  if (run.undoing) throw new DomainError('conflict', m.dup_taken_back());
  await unit.db.execute(sql`select 1 from core.import_rows where run_id = ${runId} and line = ${line} for update`);
  const [pair] = await pairsOf(unit, runId, line);
  if (!pair) throw notFound();
  const ids = sql`(${pair.ours}, ${pair.other})`;
  await unit.db.execute(sql`select 1 from core.groups where id in ${ids} order by id for update`);
  return pair;
}

/** Decides about a pair; the first decision holds. @throws DomainError as `holdPair` does */
export function decidePair(viewer: SignedIn, runId: string, line: number, decision: Decision): Promise<Decided> {
  return command(async (unit) => {
    const pair = await holdPair(viewer, unit, runId, line);
    if (pair.choice) return 'earlier';
    if ((await stateOfPair(unit, pair)) !== decision.seen) return 'changed';
    const against = await hindrances(unit, pair);
    const { choice } = decision;
    if ((choice !== 'both' && against.drop) || (choice === 'merged' && against.merge)) return 'hindered';
    await carryOut(viewer, unit, { runId, pair, decision });
    return 'done';
  });
}

interface Work {
  runId: string;
  pair: Pair;
  decision: Decision;
}

async function carryOut(viewer: SignedIn, unit: Unit, { runId, pair, decision }: Work): Promise<void> {
  const { ours, other } = pair;
  const { choice, picks } = decision;
  const images = await groupImages(unit, [ours, other]);
  const merged = choice === 'merged' ? await writeMerged(viewer, unit, pair, picks) : null;
  await unit.db.execute(sql`
    insert into core.duplicate_decisions (group_id, other_id, choice, source, source_id, run_id, before, version, other_before, decided_by)
    select ${ours}, id, ${choice}, source, source_id, ${runId}, ${asJson(merged && images.get(ours))}::jsonb, ${merged}::int,
      ${asJson(choice === 'both' ? null : images.get(other))}::jsonb, ${viewer.personId}
    from core.groups where id = ${other}`);
  if (choice !== 'both') await removeGroups(unit, [other]);
}

const asJson = (value: unknown): string | null => (value ? JSON.stringify(value) : null);

/** Writes what was picked into the group that was there. @returns the version it has now */
async function writeMerged(viewer: SignedIn, unit: Unit, { ours, other }: Pair, picks: Picks): Promise<number> {
  const current = await currentGroups(unit.db, [ours, other]);
  const [here, row] = [current.get(ours), current.get(other)];
  if (!here || !row) throw notFound();
  const { version, ...values } = here;
  const { version: _, ...theirs } = row;
  await saveGroup(
    viewer,
    unit,
    ours,
    mergeGroups(values, theirs, await visiblePicks(viewer, unit, ours, other, picks)),
    version,
  );
  await moveProposals(unit, ours, other, picks.topics);
  return version + 1;
}

/** Nobody writes a contact field they may not see. */
async function visiblePicks(viewer: SignedIn, unit: Unit, ours: string, other: string, picks: Picks): Promise<Picks> {
  const shown = await comparedContact(viewer, unit, ours, other);
  const { email, streetAddress, ...rest } = picks;
  return {
    ...rest,
    ...(email && shown.includes('email') && { email }),
    ...(streetAddress && shown.includes('streetAddress') && { streetAddress }),
  };
}

/** The contact fields that both groups share with the viewer's audience. */
export async function comparedContact(viewer: SignedIn, unit: Unit, ours: string, other: string) {
  const theirs = await sharedContactFields(viewer, unit, other);
  return (await sharedContactFields(viewer, unit, ours)).filter((field) => theirs.includes(field));
}

/** Proposed topics go with the topics that were picked. */
async function moveProposals({ db }: Unit, ours: string, other: string, pick: Picks['topics']): Promise<void> {
  if (pick !== 'theirs' && pick !== 'both') return;
  if (pick === 'theirs') await db.execute(sql`delete from core.topic_proposals where group_id = ${ours}`);
  await db.execute(sql`
    update core.topic_proposals p set group_id = ${ours} where p.group_id = ${other} and not exists (
      select from core.topic_proposals o where o.group_id = ${ours} and o.kind = p.kind and o.folded = p.folded)`);
}
