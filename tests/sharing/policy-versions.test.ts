import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditPage } from '~/auth/audit/read.server';
import { publishPolicy } from '~/features/privacy/publish-policy.server';
import { command } from '~/sharing/command.server';
import { type Choice, saveGrants } from '~/sharing/grants.server';
import { policyInForce, readPolicyInForce } from '~/sharing/policies.server';
import document from '~/sharing/policy/default.md?raw';
import { rebuildProjections, verifyProjections } from '~/sharing/verify.server';
import { writerSql } from '../../db/writer.server';
import { makeGroup, makePerson, SYSTEM } from '../factories/people';
import { asMember } from '../factories/viewers';
import { hubChild } from '../integration/operate/child-import';
import { useHub } from '../setup/hub';

const hub = useHub();
const folder = mkdtempSync(join(tmpdir(), 'hub-policy-'));
afterAll(() => rmSync(folder, { recursive: true }));

const today = new Date().toISOString().slice(0, 10);
const now = async () => (await readPolicyInForce(writerSql()))?.version ?? 0;

type Change = (text: string) => string;
/** The text of the version after the one in force. */
const next = async (change: Change = (text) => text, effective = today) =>
  change(document)
    .replace(/^version: 1$/m, `version: ${(await now()) + 1}`)
    .replace(/^effective: .*$/m, `effective: ${effective}`);
const publish = async (change?: Change, effective?: string) => publishPolicy(SYSTEM, await next(change, effective));

const regionFor =
  (ceiling: string): Change =>
  (text) =>
    text.replace(/(person\.region: .*)ceiling: public, default: member/, `$1ceiling: ${ceiling}, default: self`);

const seenBy = async (audience: string, id: string) =>
  (
    await writerSql().unsafe(
      `select headline, country is not null as placed from proj_${audience}.people where person_id = '${id}'`,
    )
  )[0] ?? null;

const save = (id: string, ...choices: [category: string, audience: Choice['audience']][]) =>
  command((unit) =>
    saveGrants(
      unit,
      { kind: 'person', id, givenBy: id },
      choices.map(([category, audience]) => ({ category, audience, wordsSha256: '' })),
    ),
  );

const OPEN = { 'person.name': 'public', 'person.region': 'public', 'person.about': 'member' } as const;
let ana: string;
beforeAll(async () => {
  ana = (await makePerson({ name: 'Ana', headline: 'Counts frogs', country: 'NZ' }, OPEN)).id;
});

describe('a new version of the policy', () => {
  it('narrows at once, and widens again for nobody who has not chosen since', async () => {
    expect(await seenBy('public', ana)).toEqual({ headline: null, placed: true });
    await publish(regionFor('member'));
    expect(await seenBy('public', ana)).toEqual({ headline: null, placed: false });
    expect(await seenBy('member', ana)).toEqual({ headline: 'Counts frogs', placed: true });
    await publish();
    expect(await seenBy('public', ana)).toEqual({ headline: null, placed: false });
    await save(ana, ['person.region', 'public']);
    expect(await seenBy('public', ana)).toEqual({ headline: null, placed: true });
    expect(await verifyProjections()).toEqual([]);
  });

  it('that moves a field takes along what was chosen for it, whatever is chosen for its old and new category', async () => {
    const moved: Change = (text) =>
      text
        .replace('fields: [headline, bio, ', 'fields: [bio, ')
        .replace('fields: [name, alias, pronouns]', 'fields: [name, alias, pronouns, headline]');
    await publish(moved);
    expect(await seenBy('public', ana)).toMatchObject({ headline: null });
    expect(await seenBy('member', ana)).toMatchObject({ headline: 'Counts frogs' });
    await save(ana, ['person.about', 'self']);
    expect(await seenBy('member', ana)).toMatchObject({ headline: 'Counts frogs' });
    await save(ana, ['person.name', 'public']);
    expect(await seenBy('public', ana)).toMatchObject({ headline: 'Counts frogs' });
    await publish();
    expect(await seenBy('public', ana)).toMatchObject({ headline: 'Counts frogs' });
    await save(ana, ['person.about', 'member']);
    expect(await seenBy('public', ana)).toMatchObject({ headline: null });
    expect(await verifyProjections()).toEqual([]);
  });

  it('lets groups that chose nothing stand where they stood, and newer ones where it proposes', async () => {
    const contact =
      (audience: string): Change =>
      (text) =>
        text.replace(/(group\.contact: .*)default: member/, `$1default: ${audience}`);
    const before = await makeGroup({ name: 'Before', email: 'before@example.org' });
    await publish(contact('public'));
    const after = await makeGroup({ name: 'After', email: 'after@example.org' });
    const shown = await writerSql()`select email from proj_public.groups where group_id in (${before.id}, ${after.id})`;
    expect(shown.flatMap(({ email }) => email ?? [])).toEqual(['after@example.org']);
    expect(await verifyProjections()).toEqual([]);
  });

  it('is read by whoever asks next, and written down', async () => {
    const version = await publish();
    expect((await policyInForce(writerSql()))?.version).toBe(version);
    const steward = await makePerson({ name: 'Sol' }, {}, { email: 'sol@example.org' });
    const viewer = asMember({ personId: steward.id, accountId: steward.accountId ?? '', can: ['steward'] });
    expect((await auditPage(viewer, null)).rows[0]).toMatchObject({ action: 'policy_published', detail: { version } });
    await expect(publishPolicy(asMember({ personId: ana }), await next())).rejects.toMatchObject({ code: 'not_found' });
    const own = await publishPolicy(viewer, await next());
    const by = await writerSql()`
      select published_by, (select key::text from core.subject_keys where person_id = ${steward.id}) as key
      from ref.policies where version in (${version}, ${own}) order by version`;
    expect(by.map(({ published_by }) => published_by)).toEqual(['console', by[0]?.key]);
  });

  it.each([
    "update ref.policies set document = document || ' ' where version = 1",
    "update ref.policies set sha256 = repeat('0', 64) where in_force",
    "update ref.policies set published_at = now() - interval '1 year'",
    "update ref.policies set published_by = 'somebody'",
    'update ref.policies set version = 1000 where version = 1',
    'delete from ref.policies where version = 1',
  ])('stands as it was published, whoever tries: %s', async (statement) => {
    await expect(writerSql().unsafe(statement)).rejects.toThrow('A published policy stands as it is.');
  });

  it('whose day is still to come proposes and allows nothing wider before it', async () => {
    await publish(regionFor('member'));
    await publish(undefined, '2999-01-01');
    await expect(save(ana, ['person.region', 'public'])).rejects.toThrow('does not allow');
    await save(ana, ['person.region', 'member']);
    expect(await seenBy('public', ana)).toMatchObject({ placed: false });
    expect(await verifyProjections()).toEqual([]);
    await publish();
  });
});

describe('a document that cannot follow', () => {
  it.each<[what: string, change: Change, said: RegExp]>([
    [
      'of the same number',
      (text) => text.replace(/^version: \d+$/m, 'version: 1'),
      /^Line 2: version: \d+ is in force/,
    ],
    [
      'that lacks a rule',
      (text) => text.replace('fields: [phone]', 'fields: []'),
      /^Line 14: categories > person\.phone > fields/,
    ],
    [
      'that widens from a day that passed',
      (text) =>
        regionFor('public')(text)
          .replace(/(person\.phone: .*)ceiling: member/, '$1ceiling: public')
          .replace(/^effective: .*$/m, 'effective: 2020-01-01'),
      /^Line 3: effective: something gets wider/,
    ],
  ])('%s: is refused with the reason, and nothing changes', async (_what, change, said) => {
    const version = await now();
    const file = join(folder, 'refused.md');
    writeFileSync(file, change(await next()));
    const { code, out } = await hubChild(hub.database(), ['policy', 'publish', file]).ended;
    expect([code, out.split('\n')[0]]).toEqual([1, expect.stringMatching(said)]);
    expect(await now()).toBe(version);
  });

  it('is refused when two publish at once, but for one', async () => {
    const text = await next();
    const version = await now();
    const results = await Promise.allSettled([publishPolicy(SYSTEM, text), publishPolicy(SYSTEM, `${text} `)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await now()).toBe(version + 1);
  });
});

it('hub policy check says what would change, in words, of what hub policy show prints', async () => {
  const shown = await hubChild(hub.database(), ['policy', 'show']).ended;
  expect(shown.out).toMatch(/^---\nversion: \d+\n/);
  const file = join(folder, 'checked.md');
  writeFileSync(file, await next(regionFor('weaver')));
  const { code, out } = await hubChild(hub.database(), ['policy', 'check', file]).ended;
  expect(code).toBe(0);
  expect(out).toContain('Narrower, at once:\n- Shown at most to the weavers and stewards: your state or country.');
  expect(out).toContain(`It can be published as version ${(await now()) + 1}.`);
});

it('a choice that was being saved while a version was put in force is under one of the two, and shown by it', async () => {
  const people = await Promise.all(
    Array.from({ length: 6 }, (_, at) =>
      makePerson({ name: `Racer ${at}`, country: 'NZ' }, { 'person.name': 'public' }),
    ),
  );
  const saves = people.map(async ({ id }, at) => {
    await pause(at * 15);
    await save(id, ['person.region', 'public']);
  });
  const results = await Promise.allSettled([publish(regionFor('weaver')), ...saves]);
  expect(results[0]?.status).toBe('fulfilled');
  const rows = await writerSql()`
    select g.audience, p.in_force from core.sharing_grants g join ref.policies p on p.sha256 = g.policy_sha256
    where g.category = 'person.region' and g.subject_id = any(${people.map(({ id }) => id)}::uuid[])`;
  // Under the narrower version nobody can have saved so much.
  expect(rows.every(({ in_force }) => !in_force)).toBe(true);
  for (const { id } of people) expect(await seenBy('public', id)).toMatchObject({ placed: false });
  expect(await verifyProjections()).toEqual([]);
});

const KILLS = Number(process.env.HUB_POLICY_KILLS ?? 4);

it(`a publication that is killed at ${KILLS} random moments leaves the version before or the one after, whole`, async () => {
  await command(async (unit) => {
    await unit.db.execute(sql`
      insert into core.people (id, handle, standing, name, country)
      select gen_random_uuid(), 'many-' || n, 'member', 'Many ' || n, 'NZ' from generate_series(1, 500) n`);
    await unit.db.execute(sql`
      insert into core.sharing_grants (subject_id, subject, category, audience, words_sha256, policy_sha256)
      select id, 'person', category, 'public', '', (select sha256 from ref.policies where in_force)
      from core.people, unnest(array['person.name', 'person.region']) category where handle like 'many-%'`);
  });
  await rebuildProjections();
  const file = join(folder, 'killed.md');
  for (let kill = 0; kill < KILLS; kill += 1) {
    writeFileSync(file, await next(regionFor(kill % 2 ? 'public' : 'steward')));
    const version = await now();
    const { process: child, ended } = hubChild(hub.database(), ['policy', 'publish', file]);
    await new Promise((resolve) => child.stdout?.once('data', resolve));
    await pause(randomInt(1000));
    child.kill('SIGKILL');
    await ended;
    expect([version, version + 1]).toContain(await now());
    expect(await verifyProjections()).toEqual([]);
  }
});
