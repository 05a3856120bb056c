import { createHash } from 'node:crypto';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type SignedIn, VISITOR } from '~/auth/viewer';
import { claimGroup } from '~/features/claims/claim-group.server';
import { replayDelisted } from '~/features/claims/delist.server';
import { removalPage, removalsAtDesk } from '~/features/claims/read-removals.server';
import { askRemoval, confirmRemoval, REMOVAL_LINK, removalLink } from '~/features/claims/removals.server';
import { decideRemoval, settleDueRemovals } from '~/features/claims/settle-removals.server';
import { mendDelistedFile } from '~/features/operate/import/delisted.server';
import { delistedFromFile, delistedPath } from '~/features/operate/import/delisted-file.server';
import { importGroups } from '~/features/operate/import/import-groups.server';
import { linkToken } from '~/lib/one-time-links.server';
import { command } from '~/sharing/command.server';
import { verifyProjections } from '~/sharing/verify.server';
import { writerSql } from '../../../db/writer.server';
import { giveRole, makeGroup, makePerson, SYSTEM } from '../../factories/people';
import { asMember } from '../../factories/viewers';
import { useHub } from '../../setup/hub';

useHub();

let operator: SignedIn;
beforeAll(async () => {
  const person = await makePerson({ name: 'Olu' }, {}, { email: 'olu@example.org' });
  await giveRole(person.accountId ?? '', 'operator');
  operator = asMember({ personId: person.id, can: ['operator'] });
});
beforeEach(async () => {
  await writerSql()`delete from core.outbox`;
  await writerSql()`delete from core.rate_limits`;
});

const listed = (name = 'Far Group') =>
  makeGroup({ name, website: 'https://far.example/about' }, { standing: 'listed', source: 'the list', sourceId: name });
const FROM = { clientAddress: '203.0.113.5', locale: 'en' as const };
const WISH = { name: 'Fay', email: 'fay@example.org', reason: 'We are a small group' };

async function asked(slug: string): Promise<{ id: string; token: string }> {
  await askRemoval(VISITOR, slug, WISH, FROM);
  const [row] = await writerSql()<{ id: string }[]>`select id from core.removals order by created_at desc limit 1`;
  return { id: row?.id ?? '', token: linkToken(REMOVAL_LINK, row?.id ?? '') };
}
const stored = (slug: string) => writerSql()`select 1 from core.groups where slug = ${slug}`;
const weekPasses = () => writerSql()`update core.removals set confirmed_at = confirmed_at - interval '7 days'`;
const templates = async () =>
  (await writerSql()<{ template: string }[]>`select template from core.outbox order by 1`).map((row) => row.template);

describe('"please remove us"', () => {
  it('waits for the link in the mail, then for an operator, and after a week the group is gone with its rows', async () => {
    const group = await listed();
    const { id, token } = await asked(group.slug);
    expect(await templates()).toEqual(['removal-confirm']);
    expect(await removalLink(token)).toEqual({ group: 'Far Group', state: 'good' });
    expect(await removalsAtDesk(operator)).toEqual([]);
    expect(await confirmRemoval(token)).toBe('good');
    expect(await confirmRemoval(token)).toBe('spent');
    expect(await templates()).toEqual(['removal-confirm', 'removal-news']);
    expect(await removalPage(operator, id)).toMatchObject({ askerName: 'Fay', state: 'waiting' });
    expect(await settleDueRemovals()).toBe(0);
    expect(await stored(group.slug)).toHaveLength(1);
    await weekPasses();
    expect(await settleDueRemovals()).toBe(1);
    expect(await settleDueRemovals()).toBe(0);
    expect(await stored(group.slug)).toHaveLength(0);
    expect(await writerSql()`select 1 from proj_public.groups where slug = ${group.slug}`).toHaveLength(0);
    expect(await verifyProjections()).toEqual([]);
    expect(JSON.stringify(await writerSql()`select * from core.delisted_groups`)).not.toMatch(/far\.example/i);
    expect(await templates()).toContain('removal-answer');
  });
  it('is refused by an operator, with a note, and the group stays', async () => {
    const group = await listed('Kept Group');
    const { id, token } = await asked(group.slug);
    await confirmRemoval(token);
    await decideRemoval(operator, id, { decision: 'no', note: 'You are public' });
    await expect(decideRemoval(operator, id, { decision: 'yes', note: null })).rejects.toMatchObject({
      code: 'conflict',
    });
    await weekPasses();
    expect(await settleDueRemovals()).toBe(0);
    expect(await stored(group.slug)).toHaveLength(1);
  });
  it('and "this is us" at once wait for people, not for time', async () => {
    const group = await listed('Wanted Group');
    const ana = await makePerson({ name: 'Ana' }, {}, { email: 'ana@example.org' });
    const claim = await claimGroup(asMember({ personId: ana.id }), group.slug, {
      position: 'x',
      evidence: 'y',
      words: null,
    });
    const { token } = await asked(group.slug);
    await confirmRemoval(token);
    expect(await writerSql()`select state from core.claims where id = ${claim}`).toEqual([{ state: 'contested' }]);
    await weekPasses();
    expect(await settleDueRemovals()).toBe(0);
    expect((await removalsAtDesk(operator)).find((each) => each.group === 'Wanted Group')).toMatchObject({
      settlesOn: null,
    });
  });
  it('is asked of listed groups only, not too often, and read by operators only', async () => {
    const joined = await makeGroup({ name: 'Joined' });
    await expect(asked(joined.slug)).rejects.toMatchObject({ code: 'not_found' });
    const { slug } = await listed('Flooded');
    for (let time = 0; time < 5; time += 1) await asked(slug);
    await expect(asked(slug)).rejects.toMatchObject({ code: 'too_many' });
    await expect(removalPage(asMember({ can: ['weaver'] }), 'x')).rejects.toMatchObject({ code: 'not_found' });
    await expect(removalsAtDesk(asMember())).rejects.toMatchObject({ code: 'not_found' });
    expect(await confirmRemoval('x'.repeat(43))).toBe('unknown');
  });
  it('is forgotten when it was never confirmed', async () => {
    const { id, token } = await asked((await listed('Silent')).slug);
    await writerSql()`update core.removals set created_at = created_at - interval '8 days' where id = ${id}`;
    expect((await removalLink(token)).state).toBe('spent');
    await settleDueRemovals();
    expect((await removalLink(token)).state).toBe('unknown');
  });
});

describe('a backup from before a removal', () => {
  const kept = 'select * from core.groups where id = $1';
  const removed = async (slug: string) => {
    const { id, token } = await asked(slug);
    await confirmRemoval(token);
    await decideRemoval(operator, id, { decision: 'yes', note: null });
  };
  /** Puts rows back as a restore does: with the table of wishes as empty as it was then. */
  const restore = async (rows: object[]) => {
    await writerSql()`delete from core.delisted_groups`;
    for (const row of rows) await writerSql()`insert into core.groups ${writerSql()(row as Record<string, string>)}`;
  };

  it('brings no group back, by its id or by its number in a list, and an import neither', async () => {
    const group = await listed('Back Again');
    const [row] = await writerSql().unsafe(kept, [group.id]);
    await removed(group.slug);
    const text = readFileSync(delistedPath(), 'utf8');
    expect(text).not.toMatch(/back|far\.example|the list/i);
    expect(statSync(delistedPath()).mode & 0o777).toBe(0o600);
    const other = { ...row, id: crypto.randomUUID(), slug: 'back-again-2' };
    const homonym = { ...other, id: crypto.randomUUID(), slug: 'back-again-3', source_id: 'another number' };
    const later = {
      ...other,
      id: crypto.randomUUID(),
      slug: 'back-again-4',
      created_at: new Date(Date.now() + 60_000),
    };
    await restore([row ?? {}, homonym]);
    expect(await command(replayDelisted)).toBe(1);
    await restore([other]);
    expect(await command(replayDelisted)).toBe(1);
    await restore([later]);
    expect(await command(replayDelisted)).toBe(0);
    expect(await writerSql()`select slug from core.groups where slug like 'back-again%' order by 1`).toEqual([
      { slug: 'back-again-3' },
      { slug: 'back-again-4' },
    ]);
    await writerSql()`delete from core.groups where slug like 'back-again%'`;
    const content = Buffer.from('Name,ID\nBack again,99\n');
    const report = await importGroups(SYSTEM, { fileName: 'again.csv', content }, { source: 'a third list' });
    expect(report.rows.map(({ outcome }) => outcome)).toEqual(['skipped']);
    expect(await verifyProjections()).toEqual([]);
  });
  it('keeps its wishes in the file also where an older version wrote them, or the disk was full', async () => {
    const old = createHash('sha256').update('old one\n').digest('hex');
    const id = crypto.randomUUID();
    await writerSql()`insert into core.delisted_groups (id, name_hash) values (${id}, ${old})`;
    rmSync(delistedPath(), { force: true });
    await mendDelistedFile();
    await mendDelistedFile();
    expect(delistedFromFile().filter((line) => line.id === id)).toHaveLength(1);
    await restore([]);
    await command(replayDelisted);
    await command(replayDelisted);
    const content = Buffer.from('Name,ID\nOld One,1\n');
    const report = await importGroups(SYSTEM, { fileName: 'old.csv', content }, { source: 'a fourth list' });
    expect(report.rows.map(({ outcome }) => outcome)).toEqual(['skipped']);
    expect(await writerSql()`select 1 from core.delisted_groups where id = ${id} and keyed`).toHaveLength(1);
    await writerSql()`delete from core.delisted_groups`;
  });
});

it.each([
  ['the same number in the same list', 'the list', 'Name,ID\nQuite Another,Delisted One\n'],
  ['the same name', 'another list', 'Name,ID\nDELISTED one,77\n'],
  ['the same website', 'another list', 'Name,ID,Website\nNew Words,78,http://www.delisted.example/contact\n'],
])('an import leaves a removed group out that comes with %s', async (_, source, csv) => {
  const group = await makeGroup(
    { name: 'Delisted One', website: 'https://delisted.example/' },
    { standing: 'listed', source: 'the list', sourceId: 'Delisted One' },
  );
  const { id, token } = await asked(group.slug);
  await confirmRemoval(token);
  await decideRemoval(operator, id, { decision: 'yes', note: null });
  const content = Buffer.from(`${csv}Fresh Group ${csv.length},fresh-${csv.length}\n`);
  const report = await importGroups(SYSTEM, { fileName: `${source} ${csv.length}.csv`, content }, { source });
  expect(report.rows.map(({ outcome, notes }) => [outcome, notes.some((note) => note.code === 'delisted')])).toEqual([
    ['skipped', true],
    ['created', false],
  ]);
  await writerSql()`delete from core.delisted_groups`;
});
