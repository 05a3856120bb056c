import { beforeAll, describe, expect, test } from 'vitest';
import { readerPool } from '#db/reader.server';
import { makeRecoveryCodes } from '~/auth/second-factors/recovery-codes.server';
import type { SignedIn } from '~/auth/viewer';
import { asForm } from '~/features/directory/edit-form';
import { myProfile } from '~/features/profile/my-profile.server';
import { saveMyProfile } from '~/features/profile/save-my-profile.server';
import { mySwitches, saveSwitch } from '~/features/profile/switches.server';
import type { FormValues } from '~/lib/forms';
import { makePerson } from '../../factories/people';
import { asMember } from '../../factories/viewers';
import { makeTerms } from '../../factories/vocabularies';
import { useHub } from '../../setup/hub';

useHub();

const terms = { interest: '', skill: '' };
beforeAll(async () => {
  const made = await makeTerms({ interests: ['Water'], skills: ['Law'] });
  terms.interest = String(made.interests[0]);
  terms.skill = String(made.skills[0]);
});

async function someone(grants: Parameters<typeof makePerson>[1] = {}): Promise<SignedIn> {
  const { id, handle } = await makePerson({ name: 'Ada Writer' }, grants);
  return asMember({ personId: id, handle, name: 'Ada Writer' });
}

/** The form as the page renders it, with some texts changed; undefined leaves a control out. */
async function formOf(viewer: SignedIn, change: Record<string, string | string[] | undefined> = {}): Promise<FormData> {
  const { version, base, values } = await myProfile(viewer, 'en');
  const all = Object.entries({ ...values, version: String(version), base, ...change });
  return asForm(Object.fromEntries(all.filter(([, value]) => value !== undefined)) as FormValues);
}

const WHOLE = () => ({
  name: '  Ada\u0000 Whole ',
  alias: 'Heron',
  pronouns: 'they/them',
  headline: 'Tests wells',
  bio: 'First line\r\n\r\n<script>alert(1)</script>',
  linkUrl: ['example.org/ada', '', 'https://example.com/'],
  linkLabel: ['My page', '', ''],
  networkRoles: ['driver', 'supporter'],
  interests: [terms.interest],
  skills: [terms.skill],
  learning: [terms.skill],
  languages: ['es', 'en'],
  place: 'Lismore, New South Wales, Australia',
  exactPlace: 'The blue shed',
  contactEmail: 'ADA@Example.org',
  contactPhone: '+61 2 5550 0000',
  contactHandle: 'ada on the messenger',
  identity: 'mine',
  needs: 'a lawyer',
  weaving: 'on',
  offMap: 'on',
  notIndexed: undefined,
});

describe('a profile', () => {
  test('comes back as it was written, cleaned', async () => {
    const viewer = await someone();
    expect(await saveMyProfile(viewer, await formOf(viewer, WHOLE()), 'en')).toBeNull();
    const { values, version } = await myProfile(viewer, 'en');
    expect(version).toBe(2);
    const { notIndexed, ...written } = WHOLE();
    expect(values).toEqual({
      ...written,
      name: 'Ada Whole',
      bio: 'First line\n\n<script>alert(1)</script>',
      linkUrl: ['https://example.org/ada', 'https://example.com/'],
      linkLabel: ['My page', ''],
      languages: ['en', 'es'],
      placeValue: 'town:2160063',
    });
  });
  test('saved again untouched is the same', async () => {
    const viewer = await someone();
    await saveMyProfile(viewer, await formOf(viewer, WHOLE()), 'en');
    const before = await myProfile(viewer, 'en');
    expect(await saveMyProfile(viewer, await formOf(viewer), 'en')).toBeNull();
    expect((await myProfile(viewer, 'en')).values).toEqual(before.values);
  });
  test('can be emptied but for the name', async () => {
    const viewer = await someone();
    await saveMyProfile(viewer, await formOf(viewer, WHOLE()), 'en');
    const { version } = await myProfile(viewer, 'en');
    expect(await saveMyProfile(viewer, asForm({ version: String(version), name: 'Ada' }), 'en')).toBeNull();
    const { values } = await myProfile(viewer, 'en');
    const filled = Object.entries(values).filter(([, value]) => value.length > 0);
    expect(filled).toEqual([['name', 'Ada']]);
  });
  test('under an alias only gets another address, and shows the name to nobody', async () => {
    const viewer = await someone({ 'person.name': 'public' });
    await saveMyProfile(viewer, await formOf(viewer, { alias: 'Heron', aliasOnly: 'on' }), 'en');
    const { handle } = await myProfile(viewer, 'en');
    expect(handle).not.toBe(viewer.handle);
    expect(await readerPool('public')`select name from people where handle = ${handle}`).toEqual([{ name: 'Heron' }]);
    expect(await readerPool('steward')`select 1 from people where handle = ${viewer.handle}`).toHaveLength(0);
  });
});

describe('a place', () => {
  test.each([
    ['a town with its region', { place: 'Lismore, NSW' }, 'town:2160063'],
    ['a region', { place: 'Iowa' }, 'region:US-IA'],
    ['a country', { place: 'Australia' }, 'country:AU'],
    [
      'a suggestion that was picked',
      { place: 'Lismore, New South Wales, Australia', placeValue: 'town:2160063' },
      'town:2160063',
    ],
    [
      'one of the candidates',
      { place: 'Springfield', placeAsked: 'Springfield', placeAnswer: 'town:4250542' },
      'town:4250542',
    ],
    ['nothing', { place: '', placeValue: 'town:2160063' }, ''],
    ['other words than the one picked before', { place: 'Iowa', placeValue: 'town:2160063' }, 'region:US-IA'],
  ])('is read from %s', async (_, change, value) => {
    const viewer = await someone();
    expect(await saveMyProfile(viewer, await formOf(viewer, change), 'en')).toBeNull();
    expect((await myProfile(viewer, 'en')).values.placeValue).toBe(value);
  });
  test.each(['Georgia', 'Springfield, USA'])('%s is not guessed', async (place) => {
    const viewer = await someone();
    expect((await saveMyProfile(viewer, await formOf(viewer, { place }), 'en'))?.kind).toBe('invalid');
  });
  test('of which there are several is asked about, and nothing is lost', async () => {
    const viewer = await someone();
    const outcome = await saveMyProfile(viewer, await formOf(viewer, { place: 'Springfield', bio: 'kept' }), 'en');
    expect(outcome?.kind).toBe('invalid');
    expect(outcome?.errors.place).toMatch(/several places/);
    expect(outcome?.place?.asked).toBe('Springfield');
    expect(outcome?.place?.candidates.length).toBeGreaterThan(2);
    expect(outcome?.values).toMatchObject({ place: 'Springfield', bio: 'kept' });
  });
  test('nobody knows is said so', async () => {
    const viewer = await someone();
    const outcome = await saveMyProfile(viewer, await formOf(viewer, { place: 'Qqxzvw' }), 'en');
    expect(outcome?.errors.place).toMatch(/do not know a place/);
  });
  test('answered for other words is asked about again', async () => {
    const viewer = await someone();
    const change = { place: 'Springfield', placeAsked: 'Portland', placeAnswer: 'town:4250542' };
    expect((await saveMyProfile(viewer, await formOf(viewer, change), 'en'))?.kind).toBe('invalid');
  });
});

describe('what cannot be saved is told field by field and kept', () => {
  test.each([
    ['no name', { name: ' \u200b\u0000 '.replace('\u200b', '') }, 'name', /please fill this in/],
    ['a name too long', { name: 'x'.repeat(121) }, 'name', /longer than 120/],
    ['a text of nearly a megabyte', { bio: 'x'.repeat(1_000_000) }, 'bio', /longer than 4,000/],
    ['no e-mail address', { contactEmail: 'ada at home' }, 'contactEmail', /e-mail address/],
    ['a link that runs script', { linkUrl: 'javascript:alert(1)', linkLabel: 'x' }, 'links', /https/],
    ['a link without an address', { linkUrl: '', linkLabel: 'My page' }, 'links', /https/],
    ['too many links', { linkUrl: Array(11).fill('https://a.example') }, 'links', /more than we can take/],
    ['a topic nobody has', { interests: '999999' }, 'interests', /check/],
    ['a topic that is no number', { interests: 'water' }, 'interests', /check/],
    ['a language nobody speaks', { languages: 'xx-none' }, 'languages', /check/],
    ['an unknown role', { networkRoles: 'boss' }, 'networkRoles', /check/],
    ['an alias only without an alias', { aliasOnly: 'on', alias: '' }, 'alias', /write the alias/],
    ['a field of no such form', { standing: 'member' }, '_form', /no field of this form/],
    ['someone else', { personId: '00000000-0000-4000-8000-000000000009' }, '_form', /no field of this form/],
    ['no version', { version: undefined }, '_form', /no field of this form/],
  ])('%s', async (_, change, field, words) => {
    const viewer = await someone();
    const outcome = await saveMyProfile(viewer, await formOf(viewer, { headline: 'kept', ...change }), 'en');
    expect(outcome).toMatchObject({ kind: 'invalid', values: { headline: 'kept' } });
    expect(outcome?.errors[field]).toMatch(words);
    expect((await myProfile(viewer, 'en')).version).toBe(1);
  });
});

describe('saved elsewhere in between', () => {
  test('both texts stand side by side, and the field left alone proposes the saved one', async () => {
    const viewer = await someone();
    const mine = await formOf(viewer, { bio: 'mine' });
    await saveMyProfile(viewer, await formOf(viewer, { bio: 'theirs', headline: 'theirs too' }), 'en');
    const outcome = await saveMyProfile(viewer, mine, 'en');
    expect(outcome).toMatchObject({ kind: 'conflict', version: 2, values: { bio: 'mine' } });
    expect(outcome?.conflicts).toEqual([
      { field: 'headline', label: 'You in one line', mine: '', theirs: 'theirs too', chosen: 'theirs' },
      { field: 'bio', label: 'About you', mine: 'mine', theirs: 'theirs', chosen: 'mine' },
    ]);
    const again = { ...outcome?.values, version: '2', 'take.headline': 'theirs', 'take.bio': 'mine' };
    expect(await saveMyProfile(viewer, asForm(again as FormValues), 'en')).toBeNull();
    expect((await myProfile(viewer, 'en')).values).toMatchObject({ bio: 'mine', headline: 'theirs too' });
  });
});

describe('a switch', () => {
  const put = (viewer: SignedIn, name: string, to: string) => saveSwitch(viewer, asForm({ switch: name, to }));
  const pinOf = (viewer: SignedIn) =>
    readerPool('member')`select geo is not null as pin from people where person_id = ${viewer.personId}`;

  test('to go by an alias gives a new address, and nothing is at the old one', async () => {
    const viewer = await someone({ 'person.name': 'member' });
    expect(await put(viewer, 'aliasOnly', 'on')).toBe('alias');
    await saveMyProfile(viewer, await formOf(viewer, { alias: 'Heron' }), 'en');
    expect(await put(viewer, 'aliasOnly', 'on')).toBe('switched');
    const { handle, on } = await mySwitches(viewer);
    expect(on.aliasOnly).toBe(true);
    expect(handle).not.toBe(viewer.handle);
    const named = await readerPool('member')`select handle, name from people where person_id = ${viewer.personId}`;
    expect(named).toEqual([{ handle, name: 'Heron' }]);
    expect(await readerPool('member')`select 1 from people where handle = ${viewer.handle}`).toHaveLength(0);
    expect(await put(viewer, 'aliasOnly', 'on')).toBe('switched');
    expect((await mySwitches(viewer)).handle).toBe(handle);
  });

  test('to leave the map takes the point away and keeps the town', async () => {
    const { id, handle } = await makePerson(
      { name: 'Ada Off', townId: 2160063 },
      { 'person.name': 'member', 'person.town': 'member' },
    );
    const viewer = asMember({ personId: id, handle });
    expect(await pinOf(viewer)).toEqual([{ pin: true }]);
    expect(await put(viewer, 'offMap', 'on')).toBe('switched');
    expect(await pinOf(viewer)).toEqual([{ pin: false }]);
    expect(await readerPool('member')`select town_id from people where person_id = ${id}`).toEqual([
      { town_id: 2160063 },
    ]);
  });

  test('is not undone by a profile form that was open before', async () => {
    const viewer = await someone();
    const old = await formOf(viewer, { offMap: undefined });
    await put(viewer, 'offMap', 'on');
    expect(await saveMyProfile(viewer, old, 'en')).toMatchObject({ kind: 'conflict' });
    expect((await mySwitches(viewer)).on.offMap).toBe(true);
  });

  test('pressed on two devices at once stands as both said', async () => {
    const viewer = await someone();
    expect(await Promise.all([put(viewer, 'offMap', 'on'), put(viewer, 'offMap', 'on')])).toEqual([
      'switched',
      'switched',
    ]);
    expect((await mySwitches(viewer)).on.offMap).toBe(true);
    expect((await myProfile(viewer, 'en')).version).toBe(2);
  });

  test('put off takes a fresh proof, here as in the profile form, which keeps what was written', async () => {
    const { id, handle, accountId } = await makePerson({ name: 'Ada Keeps' }, {}, { email: 'keeps@example.org' });
    const fresh = asMember({ personId: id, handle, accountId: accountId ?? '' });
    await makeRecoveryCodes(fresh);
    const viewer = { ...fresh, provedAt: new Date(Date.now() - 3_600_000) };
    expect(await put(viewer, 'offMap', 'on')).toBe('switched');
    expect(await put(viewer, 'offMap', 'off')).toBe('prove');
    const form = await formOf(viewer, { offMap: undefined, headline: 'kept' });
    expect(await saveMyProfile(viewer, form, 'en')).toMatchObject({
      kind: 'prove',
      off: ['Leave me off the map'],
      values: { headline: 'kept' },
    });
    expect((await myProfile(viewer, 'en')).values).toMatchObject({ headline: '', offMap: 'on' });
    expect(await saveMyProfile(fresh, form, 'en')).toBeNull();
    expect((await mySwitches(viewer)).on.offMap).toBe(false);
  });

  test.each([
    ['nickname', 'on'],
    ['standing', 'off'],
    ['offMap', 'perhaps'],
  ])('that there is not is refused: %s %s', async (name, to) => {
    await expect(put(await someone(), name, to)).rejects.toMatchObject({ code: 'invalid' });
  });
});
