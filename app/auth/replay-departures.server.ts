import { sql } from 'drizzle-orm';
import { command, type Unit } from '~/sharing/command.server';
import { hideLeaver, showStayer } from './departures.server';
import { departuresFromFile, type NotedDeparture, noteDeparture } from './departures-file.server';

/**
 * After a restore: whoever asked to leave since the backup is hidden again and goes on the day they were told, and whoever
 * stayed since is shown again. Those who are deleted by now are the tombstones' business.
 * @returns how many leave again
 */
export async function replayDepartures(
  unit: Unit,
  noted: ReadonlyMap<string, NotedDeparture> = departuresFromFile(),
): Promise<number> {
  const present = await unit.db.execute<{ id: string; key: string; leaves: boolean }>(sql`
    select k.person_id as id, k.key, d.person_id is not null as leaves
    from core.subject_keys k left join core.departures d on d.person_id = k.person_id
    where k.key::text in (select jsonb_array_elements_text(${JSON.stringify([...noted.keys()])}::jsonb)) order by 1`);
  let again = 0;
  for (const { id, key, leaves } of present) {
    const last = noted.get(key);
    if (last && !last.stayed && !leaves && (await hideLeaver(unit, id, last))) again += 1;
    if (last?.stayed && leaves) await showStayer(unit, id);
  }
  return again;
}

/** Writes into the file what it lacks of who leaves and who stays, as after a disk that was full. */
export async function mendDeparturesFile(now = new Date()): Promise<void> {
  const noted = departuresFromFile();
  const present = await command(({ db }) =>
    db.execute<{ key: string; askedAt: string | null; eraseAt: string | null }>(sql`
      select k.key, to_json(d.asked_at) #>> '{}' as "askedAt", to_json(d.erase_at) #>> '{}' as "eraseAt"
      from core.subject_keys k left join core.departures d on d.person_id = k.person_id
      where d.person_id is not null
        or k.key::text in (select jsonb_array_elements_text(${JSON.stringify([...noted.keys()])}::jsonb)) order by d.asked_at, 1`),
  );
  for (const { key, askedAt, eraseAt } of present) {
    const stayed = askedAt === null || eraseAt === null;
    if ((noted.get(key)?.stayed ?? true) === stayed) continue;
    const [asked, erase] = stayed ? [now, now] : [new Date(askedAt), new Date(eraseAt)];
    noteDeparture({ subjectKey: key, askedAt: asked, eraseAt: erase, stayed });
  }
}
