import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { importedPeople, subjectKeys, tombstones } from '#db/schema';
import { writer, writerSql } from '#db/writer.server';
import { askToLeave, hideLeaver, showStayer, stayAfterAll } from '~/auth/departures.server';
import { departuresFromFile, departuresPath, type NotedDeparture } from '~/auth/departures-file.server';
import { erasePeople } from '~/auth/erase-people.server';
import { erasePerson } from '~/auth/erase-person.server';
import { hideNow, showAgain } from '~/auth/hiding.server';
import { mendDeparturesFile, replayDepartures } from '~/auth/replay-departures.server';
import { revokeRole } from '~/auth/roles.server';
import { addressHash, erasedAmong, mendTombstonesFile, replayTombstones } from '~/auth/tombstones.server';
import { tombstonesFromFile, tombstonesPath } from '~/auth/tombstones-file.server';
import { keepToPeriods } from '~/features/privacy/keep-to-periods.server';
import { endPauses } from '~/features/stewarding/pauses/pauses.server';
import { command, undone } from '~/sharing/command.server';
import { verifyProjections } from '~/sharing/verify.server';
import { giveRole, makePerson, SYSTEM } from '../../factories/people';
import { asMember } from '../../factories/viewers';
import { useHub } from '../../setup/hub';
import { filesWith, tracesOf } from '../../setup/traces';
import { someone } from './someone';

useHub();

const keyOf = async (personId: string) => {
  const [row] = await writer().select().from(subjectKeys).where(eq(subjectKeys.personId, personId));
  return row?.key ?? null;
};

const erase = (personId: string) => command((unit) => erasePerson(SYSTEM, unit, personId));

beforeEach(() => rmSync(dirname(tombstonesPath()), { recursive: true, force: true }));

describe('a person who is deleted', () => {
  it('is in no table any more, and the group they led stays', async () => {
    const gone = await someone('Ottilie');
    const key = await keyOf(gone.id);
    expect(await tracesOf(gone.id, gone.email, gone.name)).toContain('proj_public.people');
    await erase(gone.id);
    const words = [gone.id, gone.accountId ?? '-', gone.email, gone.name, gone.handle];
    expect(await tracesOf(...words)).toEqual([]);
    expect(filesWith(...words)).toEqual([]);
    expect(filesWith(key ?? '-')).toEqual(['backups/tombstones.jsonl']);
    expect(await writerSql()`select 1 from proj_public.groups where group_id = ${gone.group.id}`).toHaveLength(1);
    expect(await verifyProjections()).toEqual([]);
    const [stone] = await writer()
      .select()
      .from(tombstones)
      .where(eq(tombstones.addressHash, addressHash(gone.email)));
    expect(stone?.subjectKey).toBe(key);
  });

  it('leaves one line in a file that only the hub reads, without any word of theirs', async () => {
    const gone = await someone('Perpetua');
    const key = await keyOf(gone.id);
    await erase(gone.id);
    expect(statSync(tombstonesPath()).mode & 0o777).toBe(0o600);
    const text = readFileSync(tombstonesPath(), 'utf8');
    expect(text.toLowerCase()).not.toContain('perpetua');
    expect(JSON.parse(text)).toEqual({
      addressHash: addressHash(gone.email),
      subjectKey: key,
      erasedAt: expect.any(String),
    });
  });

  it('leaves nothing if the change is taken back', async () => {
    const kept = await someone('Quirin');
    await undone((unit) => erasePerson(SYSTEM, unit, kept.id));
    expect(existsSync(tombstonesPath())).toBe(false);
    expect(await keyOf(kept.id)).not.toBeNull();
  });

  it('is deleted although the file cannot be written, which is mended later', async () => {
    const gone = await someone('Radegund');
    const folder = dirname(tombstonesPath());
    writeFileSync(folder, 'a file where the folder should be');
    await erase(gone.id);
    expect(await tracesOf(gone.email)).toEqual([]);
    await mendTombstonesFile();
    rmSync(folder);
    await mendTombstonesFile();
    expect(tombstonesFromFile().map((each) => each.addressHash)).toContain(addressHash(gone.email));
    const before = readFileSync(tombstonesPath(), 'utf8');
    await mendTombstonesFile();
    expect(readFileSync(tombstonesPath(), 'utf8')).toBe(before);
  });
});

describe('who may delete whom', () => {
  it('lets people delete themselves, and stewards those who were imported', async () => {
    const me = await someone('Sidonie');
    const other = await someone('Theophan');
    const imported = await makePerson({ name: 'Ursicin Trace' }, {}, { standing: 'imported' });
    const as = asMember({ personId: me.id, can: ['steward'] });
    await expect(command((unit) => erasePerson(as, unit, other.id))).rejects.toMatchObject({ code: 'not_found' });
    await expect(command((unit) => erasePerson(asMember(), unit, imported.id))).rejects.toMatchObject({
      code: 'not_found',
    });
    await command((unit) => erasePerson(as, unit, imported.id));
    await command((unit) => erasePerson(as, unit, me.id));
    expect(await tracesOf(me.id, imported.id)).toEqual([]);
  });

  it('keeps the last steward, until there is another', async () => {
    const [last, next] = [await someone('Valburga'), await someone('Wunibald')];
    await giveRole(last.accountId, 'steward');
    await expect(erase(last.id)).rejects.toMatchObject({ code: 'conflict' });
    await giveRole(next.accountId, 'steward');
    const outcomes = await Promise.allSettled([
      erase(last.id),
      erase(next.id),
      revokeRole(SYSTEM, { accountId: next.accountId ?? '', personId: next.id }, 'steward'),
    ]);
    expect(outcomes.some(({ status }) => status === 'rejected')).toBe(true);
    expect(await writerSql()`select 1 from core.role_grants where role = 'steward'`).toHaveLength(1);
    await writerSql()`delete from core.role_grants where role = 'steward'`;
  });
});

describe('a backup from before', () => {
  it('cannot bring anybody back, by key or by address, from the table or from the file', async () => {
    const byKey = await someone('Xaverine');
    const byAddress = await makePerson({ name: 'Yvo Trace' }, {}, { email: 'yvo@example.org' });
    const imported = await makePerson({ name: 'Zita Trace' }, {}, { standing: 'imported' });
    await writer()
      .insert(importedPeople)
      .values({ personId: imported.id, email: 'zita@example.org', source: 'a list' });
    const stays = await someone('Adalgis');
    const erasedAt = new Date(Date.now() + 1000);
    const stones = [
      { addressHash: null, subjectKey: await keyOf(byKey.id), erasedAt },
      { addressHash: addressHash('Yvo@Example.org '), subjectKey: null, erasedAt },
      { addressHash: addressHash('zita@example.org'), subjectKey: crypto.randomUUID(), erasedAt },
    ];
    expect(await command((unit) => replayTombstones(unit, stones))).toBe(3);
    expect(await tracesOf(byKey.id, byAddress.id, imported.id)).toEqual([]);
    expect(await tracesOf(stays.id)).not.toEqual([]);
    expect(await command((unit) => replayTombstones(unit, stones))).toBe(0);
    expect(await writerSql()`select 1 from core.tombstones where erased_at = ${erasedAt}`).toHaveLength(3);
    expect(await verifyProjections()).toEqual([]);
  });

  it('leaves who came back of their own accord', async () => {
    const stones = [
      {
        addressHash: addressHash('bertrada@example.org'),
        subjectKey: crypto.randomUUID(),
        erasedAt: new Date(Date.now() - 60_000),
      },
    ];
    const back = await makePerson({ name: 'Bertrada Trace' }, {}, { email: 'bertrada@example.org' });
    expect(await command((unit) => replayTombstones(unit, stones))).toBe(0);
    expect(await keyOf(back.id)).not.toBeNull();
  });

  it('is met with what can be read of the file', async () => {
    const gone = await someone('Ceolfrith');
    await erase(gone.id);
    appendFileSync(tombstonesPath(), '{"addressHash":"abc","subj');
    const next = await someone('Dagomar');
    await erase(next.id);
    expect(tombstonesFromFile().map((each) => each.addressHash)).toEqual([
      addressHash(gone.email),
      addressHash(next.email),
    ]);
  });
});

it('knows the addresses of those who asked not to be here, in any case', async () => {
  const gone = await someone('Ebba');
  await erase(gone.id);
  const found = await command(({ db }) => erasedAmong(db, ['EBBA@example.org', 'nobody@example.org']));
  expect([...found]).toEqual(['ebba@example.org']);
});

it('gives every person a key, also of several made at once, and one who goes in the same change', async () => {
  const [person] = await Promise.all([makePerson(), makePerson()]);
  expect(await keyOf(person.id)).toMatch(/^[0-9a-f-]{36}$/);
  const [row] = await writerSql()<{ lacking: number }[]>`
    select count(*)::int as lacking from core.people p where not exists (select from core.subject_keys k where k.person_id = p.id)`;
  expect(row?.lacking).toBe(0);
  expect(await command((unit) => erasePeople(unit, [crypto.randomUUID()]))).toEqual([]);
});

describe('a person who asks to leave', () => {
  const DAY = 86_400_000;
  const viewerOf = (person: { id: string; accountId: string | null }) =>
    asMember({ personId: person.id, accountId: person.accountId ?? '' });
  const seen = async (id: string) =>
    (await writerSql()`select from proj_steward.people where person_id = ${id}`).length;

  it('is seen by nobody from then on, is deleted when their days are over, and leaves no trace', async () => {
    const gone = await someone('Quiteria');
    const asked = new Date();
    await askToLeave(viewerOf(gone), asked);
    expect(await seen(gone.id)).toBe(0);
    await keepToPeriods(new Date(asked.getTime() + 14 * DAY - 1000));
    expect(await tracesOf(gone.id)).toContain('core.people');
    await keepToPeriods(new Date(asked.getTime() + 14 * DAY));
    const words = [gone.id, gone.accountId ?? '-', gone.email, gone.name, gone.handle];
    expect(await tracesOf(...words)).toEqual([]);
    expect(filesWith(...words)).toEqual([]);
    expect(await command((unit) => erasedAmong(unit.db, [gone.email]))).toEqual(new Set([gone.email]));
    expect(await verifyProjections()).toEqual([]);
  });

  it('is what they were once they stay, hidden by their own doing or not', async () => {
    const [shown, hid] = [await someone('Rufina'), await someone('Sabina')];
    await hideNow(viewerOf(hid));
    for (const each of [shown, hid]) {
      await askToLeave(viewerOf(each));
      await showAgain(viewerOf(each));
      expect(await seen(each.id)).toBe(0);
      await stayAfterAll(viewerOf(each));
    }
    expect([await seen(shown.id), await seen(hid.id)]).toEqual([1, 0]);
    expect(await showAgain(viewerOf(hid))).toBe(true);
    expect(await seen(hid.id)).toBe(1);
  });

  it('is not shown by a pause that ends', async () => {
    const held = await someone('Tarsicia');
    await writerSql()`update core.people set standing = 'held' where id = ${held.id}`;
    await writerSql()`insert into core.pauses (person_id, name, reason, standing_before, begun_at, ends_at)
      values (${held.id}, 'Tarsicia', 'why', 'member', now() - interval '2 days', now() - interval '1 day')`;
    await askToLeave(viewerOf(held));
    await endPauses();
    expect(await seen(held.id)).toBe(0);
    await stayAfterAll(viewerOf(held));
    expect(await seen(held.id)).toBe(1);
  });

  it('leaves again after a restore of an older backup, and one who stayed is shown again', async () => {
    const [leaver, stayer] = [await someone('Ursulina'), await someone('Verena')];
    await askToLeave(viewerOf(leaver));
    await askToLeave(viewerOf(stayer));
    const noted = departuresFromFile();
    await stayAfterAll(viewerOf(stayer));
    // As a backup from before has it: one does not leave yet, the other has not said yet that they stay.
    await command((unit) => showStayer(unit, leaver.id));
    const wish = noted.get((await keyOf(stayer.id)) ?? '') as NotedDeparture;
    await command((unit) => hideLeaver(unit, stayer.id, wish));
    expect([await seen(leaver.id), await seen(stayer.id)]).toEqual([1, 0]);
    expect(await command((unit) => replayDepartures(unit))).toBe(1);
    expect([await seen(leaver.id), await seen(stayer.id)]).toEqual([0, 1]);
  });

  it('is written down later where the file could not be, and so is one who stayed', async () => {
    const [leaver, stayer] = [await someone('Ydessa'), await someone('Zenaida')];
    await askToLeave(viewerOf(stayer));
    const folder = dirname(tombstonesPath());
    const [path, kept] = [departuresPath(), readFileSync(departuresPath(), 'utf8')];
    rmSync(folder, { recursive: true });
    writeFileSync(folder, 'a file where the folder should be');
    await stayAfterAll(viewerOf(stayer));
    await askToLeave(viewerOf(leaver));
    rmSync(folder);
    mkdirSync(folder);
    writeFileSync(path, kept);
    await mendDeparturesFile();
    const noted = departuresFromFile();
    const stayed = async ({ id }: { id: string }) => noted.get((await keyOf(id)) ?? '')?.stayed;
    expect([await stayed(leaver), await stayed(stayer)]).toEqual([false, true]);
    const text = readFileSync(path, 'utf8');
    await mendDeparturesFile();
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it('counts no longer as a steward', async () => {
    const [one, other] = [await someone('Walburga'), await someone('Xenia')];
    await writerSql()`delete from core.role_grants where role = 'steward'`;
    for (const { accountId } of [one, other]) await giveRole(accountId, 'steward');
    await askToLeave(viewerOf(one));
    await expect(askToLeave(viewerOf(other))).rejects.toThrow('last steward');
  });
});
