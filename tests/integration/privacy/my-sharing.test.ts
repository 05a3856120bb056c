import { eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { readerPool } from '#db/reader.server';
import { sharingGrants } from '#db/schema/sharing';
import { writer } from '#db/writer.server';
import type { SignedIn } from '~/auth/viewer';
import { mySharing, saveMySharing, whoSeesMine } from '~/features/privacy/my-sharing.server';
import { seenAs } from '~/features/privacy/seen-as.server';
import { wordsSha256 } from '~/features/privacy/wording.server';
import { join, makeGroup } from '../../factories/people';
import { useHub } from '../../setup/hub';
import { sharingForm, someone } from './choices';

useHub();

const stored = (viewer: SignedIn) =>
  writer().select().from(sharingGrants).where(eq(sharingGrants.subjectId, viewer.personId));
const choiceOf = async (viewer: SignedIn, name: string) =>
  (await mySharing(viewer, 'en')).choices.find((choice) => choice.name === name);

describe('before a first save', () => {
  test('the defaults are proposed and nothing is saved', async () => {
    const viewer = await someone('Ada Fresh');
    const { anythingSaved, choices, summary } = await mySharing(viewer, 'en');
    expect(anythingSaved).toBe(false);
    expect(choices.filter(({ now }) => now !== 'self')).toEqual([]);
    expect(summary).toEqual([{ audience: 'self', labels: choices.map(({ label }) => label) }]);
    expect(Object.fromEntries(choices.map(({ name, chosen }) => [name, chosen]))).toMatchObject({
      'person.name': 'member',
      'person.town': 'self',
      'person.needs': 'self',
    });
    expect(await stored(viewer)).toEqual([]);
  });
  test('every category of the profile form is there, and what is always one’s own has no choice', async () => {
    const { choices } = await mySharing(await someone('Ada Whole'), 'en');
    const names = (fixed: boolean) =>
      choices.filter((choice) => choice.fixed === fixed).map(({ name }) => name.slice(7));
    expect(names(true)).toEqual(['exact_place', 'identity']);
    expect(names(false).join(' ')).toBe(
      'name about position network_role topics region town email phone handle signature joined last_confirmed needs weaving',
    );
  });
});

describe('saving', () => {
  test('keeps time, words and policy of each choice, and shows at once what was chosen', async () => {
    const viewer = await someone('Ada Saves');
    const { policy } = await mySharing(viewer, 'en');
    const form = await sharingForm(viewer, { 'person.about': 'public', 'person.name': 'public' });
    expect(await saveMySharing(viewer, form, 'en')).toMatchObject({ kind: 'saved', one: null });
    const rows = await stored(viewer);
    expect(rows).toHaveLength(15);
    const about = rows.find((row) => row.category === 'person.about');
    const category = {
      name: 'person.about',
      subject: 'person' as const,
      fields: ['headline', 'bio', 'links', 'photo'],
    };
    expect(about).toMatchObject({
      audience: 'public',
      policySha256: policy.sha256,
      wordsSha256: wordsSha256(category, 'public', 'en'),
      givenBy: viewer.personId,
    });
    expect(Date.now() - (about?.createdAt.getTime() ?? 0)).toBeLessThan(60_000);
    expect(await readerPool('public')`select headline from people where handle = ${viewer.handle}`).toEqual([
      { headline: 'Samples creeks' },
    ]);
  });
  test('one category leaves the others unsaved', async () => {
    const viewer = await someone('Ada One');
    const form = await sharingForm(viewer, { save: 'person.town', 'person.town': 'member', 'person.name': 'public' });
    expect(await saveMySharing(viewer, form, 'en')).toMatchObject({
      kind: 'saved',
      one: 'person.town',
      chosen: { 'person.name': 'public' },
    });
    expect((await stored(viewer)).map((row) => [row.category, row.audience])).toEqual([['person.town', 'member']]);
  });
  test('a narrower choice holds at once', async () => {
    const viewer = await someone('Ada Narrow');
    await saveMySharing(viewer, await sharingForm(viewer, { 'person.name': 'public' }), 'en');
    await saveMySharing(viewer, await sharingForm(viewer, { 'person.name': 'weaver' }), 'en');
    expect(await readerPool('member')`select 1 from people where handle = ${viewer.handle}`).toHaveLength(0);
    expect(await readerPool('weaver')`select 1 from people where handle = ${viewer.handle}`).toHaveLength(1);
    expect(await choiceOf(viewer, 'person.name')).toMatchObject({ now: 'weaver', chosen: 'weaver' });
  });
  test('in Spanish keeps the Spanish words', async () => {
    const viewer = await someone('Ada Spanish');
    expect(await saveMySharing(viewer, await sharingForm(viewer, {}, 'es'), 'es')).toMatchObject({ kind: 'saved' });
    const category = { name: 'person.town', subject: 'person' as const, fields: ['town'] };
    const row = (await stored(viewer)).find((each) => each.category === 'person.town');
    expect(row?.wordsSha256).toBe(wordsSha256(category, 'self', 'es'));
  });
  test('a newcomer reaches weavers at most, whatever they chose', async () => {
    const viewer = await someone('Ada New', 'newcomer');
    await saveMySharing(viewer, await sharingForm(viewer, { 'person.name': 'public' }), 'en');
    expect(await choiceOf(viewer, 'person.name')).toMatchObject({ now: 'weaver', chosen: 'public' });
    expect(await readerPool('public')`select 1 from people where handle = ${viewer.handle}`).toHaveLength(0);
  });
  test('contact fields reach whom they are chosen for, and the profile says so', async () => {
    const viewer = await someone('Ada Contact');
    await saveMySharing(viewer, await sharingForm(viewer, { 'person.email': 'member' }), 'en');
    expect(await choiceOf(viewer, 'person.email')).toMatchObject({
      now: 'member',
      chosen: 'member',
      shownSomewhere: true,
    });
    expect(await whoSeesMine(viewer, 'en')).toMatchObject({
      email: { sentence: 'Members of this network see this.', category: 'person.email', fixed: false },
      name: { sentence: 'Members of this network see this.' },
      identity: { sentence: 'Only you see this, always.', fixed: true },
    });
  });
});

describe('nothing is saved', () => {
  const cases: [string, Record<string, string | undefined>, string][] = [
    ['when the words have changed since', { 'person.town.words': '0'.repeat(64) }, 'stale'],
    ['when the words are not said', { 'person.town.words': undefined }, 'stale'],
    ['when it is not said what was saved', { 'person.town.was': undefined }, 'stale'],
    ['when something else was saved', { 'person.town.was': 'member' }, 'stale'],
    ['when another policy is in force', { policy: '0'.repeat(64) }, 'stale'],
    ['when no policy is said', { policy: undefined }, 'stale'],
    ['for an audience beyond the ceiling', { 'person.town': 'public' }, 'invalid'],
    ['for an audience that does not exist', { 'person.town': 'everyone' }, 'invalid'],
    ['for a category that does not exist', { 'person.salary': 'member' }, 'invalid'],
    ['for a category that is always one’s own', { 'person.identity': 'self' }, 'invalid'],
    ['for a category of groups', { 'group.profile': 'public' }, 'invalid'],
    ['for someone else', { personId: '00000000-0000-4000-8000-000000000009' }, 'invalid'],
    ['for an unknown button', { save: 'person.salary' }, 'invalid'],
    ['without a button', { save: undefined }, 'invalid'],
    ['for a category alone that was not chosen', { save: 'person.town', 'person.town': undefined }, 'invalid'],
  ];
  test.each(cases)('%s', async (_, change, kind) => {
    const viewer = await someone('Ada Refused');
    const result = await saveMySharing(
      viewer,
      await sharingForm(viewer, { 'person.about': 'weaver', ...change }),
      'en',
    );
    expect(result).toMatchObject({ kind, chosen: { 'person.about': 'weaver' } });
    if (result.kind === 'invalid') expect(result.message).toMatch(/Nothing has been saved\.$|not allow this choice/);
    expect(await stored(viewer)).toEqual([]);
  });
  test('when the form was read in the other language', async () => {
    const viewer = await someone('Ada Switches');
    expect(await saveMySharing(viewer, await sharingForm(viewer, {}, 'es'), 'en')).toMatchObject({ kind: 'stale' });
    expect(await stored(viewer)).toEqual([]);
  });
  test('for a category sent twice', async () => {
    const viewer = await someone('Ada Twice');
    const form = await sharingForm(viewer);
    form.append('person.name', 'public');
    expect(await saveMySharing(viewer, form, 'en')).toMatchObject({ kind: 'invalid' });
    expect(await stored(viewer)).toEqual([]);
  });
});

describe('a page that was open while another saved', () => {
  const opened = { 'person.name': 'public', 'person.about': 'public' } as const;
  test('does not widen again what was narrowed, and shows what stands now', async () => {
    const viewer = await someone('Ada Tabs');
    await saveMySharing(viewer, await sharingForm(viewer, opened), 'en');
    const old = await sharingForm(viewer, { 'person.town': 'member' });
    const oldOne = await sharingForm(viewer, { save: 'person.about' });
    await saveMySharing(viewer, await sharingForm(viewer, { save: 'person.about', 'person.about': 'self' }), 'en');
    const before = await stored(viewer);
    for (const form of [old, oldOne]) {
      const result = await saveMySharing(viewer, form, 'en');
      expect(result).toMatchObject({ kind: 'stale', chosen: { 'person.name': 'public' } });
      expect(result.chosen).not.toHaveProperty(['person.about']);
    }
    expect(await saveMySharing(viewer, old, 'en')).toMatchObject({ chosen: { 'person.town': 'member' } });
    expect(await stored(viewer)).toEqual(before);
    expect(await choiceOf(viewer, 'person.about')).toMatchObject({ saved: 'self', chosen: 'self' });
  });
  test('keeps a choice selected that its writer had changed', async () => {
    const viewer = await someone('Ada Both');
    await saveMySharing(viewer, await sharingForm(viewer, opened), 'en');
    const old = await sharingForm(viewer, { 'person.about': 'weaver' });
    await saveMySharing(viewer, await sharingForm(viewer, { 'person.about': 'self' }), 'en');
    expect(await saveMySharing(viewer, old, 'en')).toMatchObject({
      kind: 'stale',
      chosen: { 'person.about': 'weaver' },
    });
    expect(await choiceOf(viewer, 'person.about')).toMatchObject({ saved: 'self' });
  });
  test('saves one choice that nobody else changed, and lets go of an old one beside it', async () => {
    const viewer = await someone('Ada Beside');
    await saveMySharing(viewer, await sharingForm(viewer, opened), 'en');
    const old = await sharingForm(viewer, { save: 'person.town', 'person.town': 'member' });
    await saveMySharing(viewer, await sharingForm(viewer, { 'person.about': 'self' }), 'en');
    const result = await saveMySharing(viewer, old, 'en');
    expect(result).toMatchObject({ kind: 'saved', one: 'person.town' });
    expect(result.chosen).not.toHaveProperty(['person.about']);
  });
  test('of two sent at once, one is saved', async () => {
    const viewer = await someone('Ada Race');
    const forms = [
      await sharingForm(viewer, { 'person.name': 'public' }),
      await sharingForm(viewer, { 'person.name': 'self' }),
    ];
    const kinds = await Promise.all(forms.map(async (form) => (await saveMySharing(viewer, form, 'en')).kind));
    expect(kinds.sort()).toEqual(['saved', 'stale']);
  });
  test('writes only what changed', async () => {
    const viewer = await someone('Ada Same');
    await saveMySharing(viewer, await sharingForm(viewer), 'en');
    const before = await stored(viewer);
    await saveMySharing(viewer, await sharingForm(viewer, { 'person.town': 'member' }), 'en');
    const untouched = (rows: typeof before) => rows.filter((row) => row.category !== 'person.town');
    expect(untouched(await stored(viewer))).toEqual(expect.arrayContaining(untouched(before)));
    expect(await choiceOf(viewer, 'person.town')).toMatchObject({ saved: 'member' });
  });
});

describe('one tap', () => {
  const tap = async (viewer: SignedIn, pick: string, change: Record<string, string | undefined> = {}) =>
    saveMySharing(viewer, await sharingForm(viewer, { save: undefined, pick, ...change }), 'en');

  test('saves that audience for that category, whatever the form proposes for it and the others', async () => {
    const viewer = await someone('Ada Taps');
    expect(await tap(viewer, 'person.town:member')).toMatchObject({ kind: 'saved', one: 'person.town' });
    expect((await stored(viewer)).map((row) => [row.category, row.audience])).toEqual([['person.town', 'member']]);
    expect(await choiceOf(viewer, 'person.town')).toMatchObject({ saved: 'member', theme: 'where' });
    expect(await tap(viewer, 'person.town:weaver')).toMatchObject({ kind: 'saved', one: 'person.town' });
    expect(await choiceOf(viewer, 'person.town')).toMatchObject({
      now: 'weaver',
      nowLabel: 'Weavers and stewards',
      widest: 'The widest the policy allows: Members of this network.',
    });
  });
  test('takes back however old the page is', async () => {
    const viewer = await someone('Ada Takes Back');
    await tap(viewer, 'person.about:member');
    const form = await sharingForm(viewer, { save: undefined, stop: 'person.about', policy: '0'.repeat(64) });
    expect(await saveMySharing(viewer, form, 'en')).toMatchObject({ kind: 'saved', one: 'person.about' });
    expect(await choiceOf(viewer, 'person.about')).toMatchObject({ saved: 'self', now: 'self' });
  });
  test.each<[string, string[], string[], Record<string, string>]>([
    ['of one thing', ['person.town:member', 'person.town:weaver'], ['saved', 'stale'], {}],
    ['of two', ['person.town:member', 'person.about:member'], ['saved', 'saved'], { 'person.about': 'member' }],
  ])('on two devices at once, %s, loses nothing and widens nothing unseen', async (_, picks, kinds, also) => {
    const viewer = await someone('Ada On Two Devices');
    const form = (pick: string) => sharingForm(viewer, { save: undefined, pick });
    const forms = await Promise.all(picks.map(form));
    const results = await Promise.all(forms.map((each) => saveMySharing(viewer, each, 'en')));
    expect(results.map(({ kind }) => kind).sort()).toEqual(kinds);
    const held = picks[results.findIndex(({ kind }) => kind === 'saved')]?.split(':')[1];
    expect(Object.fromEntries((await stored(viewer)).map((row) => [row.category, row.audience]))).toEqual({
      'person.town': held,
      ...also,
    });
  });
  test.each([
    ['under another policy', 'person.town:member', { policy: '0'.repeat(64) }, 'stale'],
    ['with other words', 'person.town:member', { 'person.town.words': '0'.repeat(64) }, 'stale'],
    ['after another device saved', 'person.town:member', { 'person.town.was': 'member' }, 'stale'],
    ['beyond the ceiling', 'person.town:public', {}, 'invalid'],
    ['for a category that does not exist', 'person.salary:member', {}, 'invalid'],
    ['for a category of groups', 'group.profile:public', {}, 'invalid'],
    ['for a field of the form that is none', 'policy:member', {}, 'stale'],
    ['without an audience', 'person.town', {}, 'invalid'],
    ['beside another button', 'person.town:member', { save: 'all' }, 'invalid'],
  ])('saves nothing %s', async (_, pick, change, kind) => {
    const viewer = await someone('Ada Taps In Vain');
    expect(await tap(viewer, pick, change)).toMatchObject({ kind });
    expect(await stored(viewer)).toEqual([]);
  });
});

describe('seeing oneself as others do', () => {
  test('shows what each of them reads, and nothing where they read nothing', async () => {
    const viewer = await someone('Ada Looks');
    expect(await seenAs(viewer, 'weaver', 'en')).toBeNull();
    const choices = { 'person.about': 'weaver', 'person.email': 'weaver' };
    await saveMySharing(viewer, await sharingForm(viewer, choices), 'en');
    await writer().execute(sql`update core.people set contact_email = 'ada@example.org' where id = ${viewer.personId}`);
    await saveMySharing(viewer, await sharingForm(viewer, { 'person.town': 'member' }), 'en');
    expect(await seenAs(viewer, 'visitor', 'en')).toBeNull();
    expect(await seenAs(viewer, 'member', 'en')).toMatchObject({
      page: { name: 'Ada Looks', headline: null },
      contact: [],
    });
    expect(await seenAs(viewer, 'weaver', 'en')).toMatchObject({
      page: { headline: 'Samples creeks', isMe: false, mayBlock: false, contactNoted: null },
      contact: ['your contact e-mail'],
    });
  });
  test('names no group that the viewer cannot read', async () => {
    const viewer = await someone('Ada In Groups');
    const [open, closed] = [
      await makeGroup({ name: 'Open' }),
      await makeGroup({ name: 'Closed' }, {}, { 'group.profile': 'weaver' }),
    ];
    for (const group of [open, closed]) await join(viewer.personId, group.id);
    await saveMySharing(viewer, await sharingForm(viewer), 'en');
    const seen = await seenAs(viewer, 'weaver', 'en');
    expect(seen?.page.positions.map(({ name }) => name)).toEqual(['Open']);
  });
});

test('a choice beyond a policy that was narrowed meanwhile is shown as the widest it allows', async () => {
  const viewer = await someone('Ada Before');
  await saveMySharing(viewer, await sharingForm(viewer, { 'person.name': 'public' }), 'en');
  await writer().execute(sql`insert into ref.policies (version, document, sha256, in_force)
    select 2, replace(replace(document, 'version: 1', 'version: 2'), '[name, alias, pronouns], ceiling: public', '[name, alias, pronouns], ceiling: member'),
      repeat('2', 64), false from ref.policies where version = 1`);
  await writer().execute(sql`update ref.policies set in_force = false where version = 1`);
  await writer().execute(sql`update ref.policies set in_force = true where version = 2`);
  expect(await choiceOf(viewer, 'person.name')).toMatchObject({ now: 'member', chosen: 'member' });
});
