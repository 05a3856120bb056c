import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { auditPage } from '~/auth/audit/read.server';
import type { SignedIn } from '~/auth/viewer';
import { searchPeople } from '~/features/directory/people-search.server';
import { peopleView } from '~/features/directory/people-view.server';
import { parseDirectoryQuery } from '~/features/directory/query';
import { suggest } from '~/features/directory/suggestions.server';
import { draftDocument, saveDocument } from '~/features/privacy/drafting/draft-document.server';
import { draftPage } from '~/features/privacy/drafting/draft-page.server';
import { discardDraft, keepDraft } from '~/features/privacy/drafting/drafts.server';
import { publicationPage, publishDraft } from '~/features/privacy/drafting/publish-draft.server';
import { beginPublishing, publishingPage } from '~/features/privacy/drafting/publishing.server';
import { submitDraft } from '~/features/privacy/drafting/submit-draft.server';
import { publishPolicy } from '~/features/privacy/publish-policy.server';
import { command } from '~/sharing/command.server';
import { keepEffectiveDay } from '~/sharing/edition.server';
import { type Choice, saveGrants } from '~/sharing/grants.server';
import { policyInForce, readPolicyInForce } from '~/sharing/policies.server';
import document from '~/sharing/policy/default.md?raw';
import { rebuildProjections, verifyProjections } from '~/sharing/verify.server';
import { withOwner } from '../../db/migrate.server';
import { writerSql } from '../../db/writer.server';
import { policyCommand } from '../../scripts/hub/commands/policy';
import { makeGroup, makePerson, SYSTEM } from '../factories/people';
import { asMember } from '../factories/viewers';
import { makeTerms } from '../factories/vocabularies';
import { hubChild } from '../integration/operate/child-import';
import { times, tried } from '../setup/cases';
import { useHub } from '../setup/hub';

const silent = () => undefined;
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

it('holds whole from the day it named on, for rows and pages, and once', async () => {
  const contact: Change = (text) => text.replace(/(group\.contact: .*)default: member/, '$1default: public');
  await publish();
  await publish(contact, '2999-01-01');
  const { id } = await makeGroup({ name: 'Came while it waited', email: 'waited@example.org' });
  const email = async () => (await writerSql()`select email from proj_public.groups where group_id = ${id}`)[0]?.email;
  const proposed = async () => (await policyInForce(writerSql()))?.category('group.contact')?.default;
  expect(await keepEffectiveDay(silent)).toBe(false);
  expect([await email(), await proposed()]).toEqual([null, 'member']);
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2999-01-01T00:00:01Z') });
  try {
    expect(await keepEffectiveDay(silent)).toBe(true);
    expect([await email(), await proposed()]).toEqual(['waited@example.org', 'public']);
    expect(await verifyProjections()).toEqual([]);
    expect(await keepEffectiveDay(silent)).toBe(false);
  } finally {
    vi.useRealTimers();
  }
  await publish();
});

it('shows what it does not call searchable, and lets nobody search, filter, sort, count or be near by it', async () => {
  await makeTerms({ skills: ['Mending'] });
  const [skill] = await writerSql()<{ id: number; slug: string }[]>`select id, slug from ref.skills`;
  if (!skill) throw new Error('There is no skill.');
  const { id } = await makePerson(
    { name: 'Quill Feather', headline: 'Mends umbrellas', townId: 2160063, skillIds: [skill.id] },
    {
      'person.name': 'public',
      'person.about': 'public',
      'person.topics': 'public',
      'person.region': 'public',
      'person.town': 'member',
    },
  );
  const find = async (params: string) => {
    const query = parseDirectoryQuery(new URLSearchParams(params));
    const { hits, byFacet } = await searchPeople(asMember({ personId: ana }), query, 'en');
    return { found: hits.some(({ name }) => name === 'Quill Feather'), skills: Object.keys(byFacet.skill ?? {}) };
  };
  const row = async () =>
    (
      await writerSql()`
        select name, headline, skill_ids, town_id, geo is not null as placed, words from proj_member.people where person_id = ${id}`
    )[0];
  expect((await find('q=umbrellas')).found).toBe(true);
  expect((await find(`skill=${skill.slug}`)).skills).toContain(String(skill.id));
  await publish((text) =>
    text.replaceAll(/(person\.(?:name|about|topics|region|town|joined): .*)searchable: true/g, '$1searchable: false'),
  );
  expect(await row()).toEqual({
    name: 'Quill Feather',
    headline: 'Mends umbrellas',
    skill_ids: [skill.id],
    town_id: 2160063,
    placed: false,
    words: [],
  });
  expect((await find('q=umbrellas')).found).toBe(false);
  expect((await find('q=quill')).found).toBe(false);
  expect(await suggest(asMember({ personId: ana }), 'people', 'quill', 'en')).toEqual([]);
  expect(await find(`skill=${skill.slug}&sort=newest`)).toEqual({ found: true, skills: [] });
  expect((await find('place=Australia')).found).toBe((await find('place=Norway')).found);
  const searched = parseDirectoryQuery(new URLSearchParams(`skill=${skill.slug}&sort=newest&place=Norway`));
  const { facets, view } = await peopleView(asMember({ personId: ana }), searched, 'en');
  expect(facets.map(({ name }) => name)).not.toContain('skill');
  expect(view).toMatchObject({ searched: false, ways: { newest: false, place: false } });
  expect(await verifyProjections()).toEqual([]);
  await publish();
  expect((await find('q=quill')).found).toBe(true);
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

describe('the draft that stewards work on', () => {
  const formOf = (fields: Record<string, string | string[]>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) form.append(name, each);
    return form;
  };
  const page = (category: string | null = null) => draftPage(steward, { category, recipient: null }, 'en');
  const phone = async (changes: Record<string, string | string[]> = {}) => {
    const { name = '', base = '', values = {} } = (await page('person.phone')).opened ?? {};
    const { searchable: _, ...rest } = values;
    return formOf({ intent: 'category', name, base, ...rest, ...changes });
  };
  const publication = async (fields: Record<string, string> = {}) => {
    const { base } = await publicationPage(steward, 'en');
    return formOf({ base, effective: today, ...fields });
  };
  let steward: SignedIn;
  beforeAll(async () => {
    const { id, accountId } = await makePerson({ name: 'Drafting' }, {}, { email: 'drafting@example.org' });
    steward = asMember({ personId: id, accountId: accountId ?? '', can: ['steward'] });
  });

  it('begins with what is in force and the next number, and is nobody else’s to see', async () => {
    expect(await page()).toMatchObject({ stored: false, stale: false, inForce: await now(), faults: [] });
    const member = asMember({ personId: ana });
    const nothing = { code: 'not_found' };
    await expect(draftPage(member, { category: null, recipient: null }, 'en')).rejects.toMatchObject(nothing);
    expect(() => submitDraft(member, formOf({ intent: 'discard' }))).toThrow(expect.objectContaining(nothing));
    await expect(draftDocument(member, 'en')).rejects.toMatchObject(nothing);
    await expect(saveDocument(member, 'en', formOf({ base: '', text: 'x' }))).rejects.toMatchObject(nothing);
    await expect(publicationPage(member, 'en')).rejects.toMatchObject(nothing);
    await expect(publishDraft(member, formOf({ base: '' }))).rejects.toMatchObject(nothing);
  });

  it('keeps what is wrong, names it beside its category, and is not published before it is mended', async () => {
    expect(await submitDraft(steward, await phone({ kept_days: 'ever', default: 'public' }))).toMatchObject({
      ok: true,
    });
    const { faults, opened, stored } = await page('person.phone');
    expect(stored).toBe(true);
    expect(opened?.values).toMatchObject({ kept_days: 'ever', default: 'public' });
    expect(faults.map(({ part, name }) => `${part} ${name}`)).toContain('categories person.phone');
    const version = await now();
    expect(await publishDraft(steward, await publication())).toMatchObject({
      problem: expect.stringContaining('mended'),
    });
    expect(await now()).toBe(version);
    await submitDraft(steward, formOf({ intent: 'discard' }));
    expect(await page()).toMatchObject({ stored: false, faults: [] });
  });

  it('lets nobody write over what another changed meanwhile, and gives back what was typed', async () => {
    const [mine, theirs] = [await phone({ ceiling: 'weaver' }), await phone({ ceiling: 'steward' })];
    expect(await submitDraft(steward, theirs)).toMatchObject({ ok: true });
    expect(await submitDraft(steward, mine)).toMatchObject({
      ok: false,
      part: 'categories',
      name: 'person.phone',
      values: { ceiling: 'weaver' },
    });
    const { base } = await draftDocument(steward, 'es');
    expect(await saveDocument(steward, 'es', formOf({ base, text: 'Uno' }))).toBeNull();
    expect(await saveDocument(steward, 'es', formOf({ base, text: 'Dos' }))).toMatchObject({ text: 'Dos' });
    expect(await draftDocument(steward, 'es')).toMatchObject({ text: 'Uno' });
    expect((await draftDocument(steward, 'es')).faults[0]).toMatchObject({ line: 1 });
    await submitDraft(steward, formOf({ intent: 'discard' }));
  });

  it.each([
    ['no intent', { name: 'person.phone' }],
    ['another intent', { intent: 'publish' }],
    ['a field of its own', { intent: 'discard', version: '9' }],
  ])('refuses a form with %s', async (_what, fields) => {
    await expect(submitDraft(steward, formOf(fields))).rejects.toMatchObject({ code: 'invalid' });
  });

  it('takes a whole document, however broken, and no endless one', async () => {
    const { base } = await draftDocument(steward, 'all');
    const endless = await saveDocument(steward, 'all', formOf({ base, text: 'x'.repeat(400_001) }));
    expect(endless?.problem).toContain('too long');
    expect(await saveDocument(steward, 'all', formOf({ base, text: '---\r\nversion: [\r\n---\r\n' }))).toBeNull();
    expect(await page()).toMatchObject({ table: null, faults: [{ line: expect.any(Number) }] });
    await submitDraft(steward, formOf({ intent: 'discard' }));
  });

  it('is published from a day on that has not passed, with who did it, and is gone then', async () => {
    await submitDraft(steward, await phone({ ceiling: 'public' }));
    const version = await now();
    for (const effective of ['2020-01-01', 'soon', '2031-02-30x'])
      expect(await publishDraft(steward, await publication({ effective }))).toMatchObject({
        field: 'effective',
        effective,
      });
    const looked = await publicationPage(steward, 'en');
    expect(looked.coming?.difference.wider.join()).toContain('your phone number');
    expect(looked.coming?.difference.asked).toEqual(['Phone']);
    expect(await publishDraft(steward, await publication())).toBeNull();
    expect(await now()).toBe(version + 1);
    expect(await page()).toMatchObject({ stored: false, inForce: version + 1 });
  });

  it('goes on being published where that takes long, once however often it is pressed, and says how it ended', async () => {
    await submitDraft(steward, await phone({ ceiling: 'weaver' }));
    const [version, read] = [await now(), await publication()];
    expect(publishingPage(steward)).toBeNull();
    expect([await beginPublishing(steward, read, 0), await beginPublishing(steward, read)]).toEqual([
      'under_way',
      'under_way',
    ]);
    let last = publishingPage(steward);
    await vi.waitFor(() => {
      last = publishingPage(steward);
      expect(last?.state).not.toBe('under_way');
    }, 60_000);
    expect([last, publishingPage(steward), await now()]).toEqual([{ state: 'published' }, null, version + 1]);
    expect(await beginPublishing(steward, read)).toMatchObject({ problem: expect.stringContaining('changed') });
    expect(() => publishingPage(asMember({ personId: ana }))).toThrow(expect.objectContaining({ code: 'not_found' }));
  });

  it('is published once when two stewards press at once, and only as it was read', async () => {
    await submitDraft(steward, await phone({ ceiling: 'member' }));
    const both = [await publication(), await publication()];
    const version = await now();
    const results = await Promise.all(both.map((form) => publishDraft(steward, form)));
    expect(results.filter((each) => each === null)).toHaveLength(1);
    expect(results.find((each) => each !== null)?.problem).toContain('changed');
    expect(await now()).toBe(version + 1);
    const read = await publication();
    await submitDraft(steward, await phone({ ceiling: 'weaver' }));
    expect(await publishDraft(steward, read)).toMatchObject({ problem: expect.stringContaining('changed') });
  });

  it('that another version overtook keeps what it says, and follows that version once it is told to', async () => {
    await publishPolicy(SYSTEM, await next());
    expect(await page('person.phone')).toMatchObject({ stale: true, opened: { values: { ceiling: 'weaver' } } });
    const version = await now();
    expect(await publishDraft(steward, await publication())).toMatchObject({
      problem: expect.stringContaining('came into force'),
    });
    await submitDraft(steward, formOf({ intent: 'take-up' }));
    expect(await page()).toMatchObject({ stale: false, faults: [] });
    expect(await publishDraft(steward, await publication())).toBeNull();
    expect(await now()).toBe(version + 1);
    await publish();
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

it('hub policy show --draft prints what stewards wrote, or what they would begin with', async () => {
  const printed = async () => {
    const lines: string[] = [];
    expect(await policyCommand.run(['show', '--draft'], (line) => lines.push(line))).toBe(0);
    return lines.join('\n');
  };
  await command((unit) => discardDraft(unit));
  expect(await printed()).toMatch(new RegExp(`^---\\nversion: ${(await now()) + 1}\\n`));
  await command((unit) => keepDraft(unit, 'Qxdraft'));
  expect(await printed()).toBe('Qxdraft');
  await command((unit) => discardDraft(unit));
  await expect(policyCommand.run(['show', '--draft', 'more'], () => undefined)).rejects.toThrow('Say show');
});

const RACES = times(20);

/** Runs `work` while the database notes of every choice, as it commits, whether the policy it was made under is in force. */
async function notingCommits(work: () => Promise<void>): Promise<{ commits: number; late: number }> {
  await withOwner(hub.database().urls.owner, async (owner) => {
    await owner.unsafe(`
      create table public.commits (late boolean not null);
      create function public.note_commit() returns trigger language plpgsql security definer as $$
      begin
        insert into public.commits select policy.sha256 <> new.policy_sha256 from ref.policies policy where in_force;
        return null;
      end $$;
      create constraint trigger note_commit after insert or update on core.sharing_grants
        deferrable initially deferred for each row when (new.category = 'person.joined')
        execute function public.note_commit();`);
  });
  try {
    await work();
  } finally {
    await withOwner(hub.database().urls.owner, (owner) =>
      owner.unsafe('drop trigger note_commit on core.sharing_grants; drop function public.note_commit()'),
    );
  }
  return withOwner(hub.database().urls.owner, async (owner) => {
    const [row] = await owner.unsafe(
      'select count(*)::int as commits, count(*) filter (where late)::int as late from public.commits',
    );
    await owner.unsafe('drop table public.commits');
    return row as unknown as { commits: number; late: number };
  });
}

it(`a choice that is being saved at any of ${RACES} random moments while a version is put in force is never written after it`, async () => {
  const racers = await Promise.all(
    [0, 1, 2].map((at) => makePerson({ name: `Racer ${at}`, country: 'NZ' }, { 'person.name': 'public' })),
  );
  const noted = await notingCommits(async () => {
    for (let race = 0; race < RACES; race += 1) {
      const version = await now();
      const saves = racers.map(async ({ id }) => {
        await pause(randomInt(120));
        await save(id, ['person.joined', 'member'], ['person.region', 'public']);
      });
      const [published] = await Promise.allSettled([publish(race % 2 ? undefined : regionFor('weaver')), ...saves]);
      expect(published?.status).toBe('fulfilled');
      expect(await now()).toBe(version + 1);
      tried({ cases: 1 });
    }
  });
  expect(noted.commits).toBeGreaterThan(0);
  expect(noted.late).toBe(0);
  await publish(regionFor('weaver'));
  for (const { id } of racers) expect(await seenBy('public', id)).toMatchObject({ placed: false });
  expect(await verifyProjections()).toEqual([]);
});

const KILLS = times(20);

it(`a publication that is killed at ${KILLS} random moments leaves the version before or the one after, whole`, {
  timeout: times(600_000),
}, async () => {
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
    tried({ crashes: 1 });
  }
});
