import { describe, expect, test } from 'vitest';
import { readerPool } from '#db/reader.server';
import type { SignedIn } from '~/auth/viewer';
import { asForm } from '~/features/directory/edit-form';
import { currentGroup } from '~/features/directory/group-commands.server';
import { groupEditPage, saveGroupForm } from '~/features/directory/group-form.server';
import { groupSharing, saveGroupSharing } from '~/features/privacy/group-sharing.server';
import type { Audience } from '~/lib/audience';
import type { FormValues } from '~/lib/forms';
import type { GroupStanding, Role } from '~/lib/standing';
import { command } from '~/sharing/command.server';
import { saveGrants } from '~/sharing/grants.server';
import { join, makeGroup, makePerson } from '../../factories/people';
import { asMember } from '../../factories/viewers';
import { useHub } from '../../setup/hub';

useHub();

async function member(can: Role[] = []): Promise<SignedIn> {
  const { id, handle } = await makePerson({ name: 'Ada Lead' });
  return asMember({ personId: id, handle, can });
}

async function ledGroup(standing: GroupStanding = 'member') {
  const group = await makeGroup({ name: 'Creek Watch', purpose: 'Clean creeks' }, { standing });
  const lead = await member();
  await join(lead.personId, group.id, { leads: true });
  return { ...group, lead };
}

async function formOf(viewer: SignedIn, slug: string, change: Record<string, string | string[]> = {}) {
  const { version, base, values } = await groupEditPage(viewer, slug, 'en');
  return asForm({ ...values, version: String(version), base, ...change } as FormValues);
}

const ABSENT = { code: 'not_found', message: 'There is nothing here.', status: 404 };

describe('who may edit a group', () => {
  test.each<[string, GroupStanding, Role[], boolean]>([
    ['an operator a listed one', 'listed', ['operator'], true],
    ['an operator a member group', 'member', ['operator'], false],
    ['a member someone else’s', 'member', [], false],
    ['a weaver or steward a listed one', 'listed', ['weaver', 'steward'], false],
  ])('%s', async (_, standing, can, allowed) => {
    const { slug } = await makeGroup({ name: 'Far Group' }, { standing });
    const viewer = await member(can);
    if (allowed) return expect(await groupEditPage(viewer, slug, 'en')).toMatchObject({ name: 'Far Group' });
    await expect(groupEditPage(viewer, slug, 'en')).rejects.toMatchObject(ABSENT);
    const form = asForm({ version: '1', name: 'Taken over' });
    await expect(saveGroupForm(viewer, slug, form, 'en')).rejects.toMatchObject(ABSENT);
  });
  test('whoever is in it without leading it finds nothing, as on an absent page', async () => {
    const { id, slug } = await ledGroup();
    const viewer = await member();
    await join(viewer.personId, id);
    await expect(groupEditPage(viewer, slug, 'en')).rejects.toMatchObject(ABSENT);
    await expect(groupEditPage(viewer, 'no-such-group', 'en')).rejects.toMatchObject(ABSENT);
  });
  test('a lead who is not a member (any more) finds nothing', async () => {
    const { slug, lead } = await ledGroup();
    await expect(groupEditPage({ ...lead, standing: 'held' }, slug, 'en')).rejects.toMatchObject(ABSENT);
  });
});

describe('a group', () => {
  test('comes back as it was written and is on its page at once', async () => {
    const { slug, lead } = await ledGroup();
    const change = {
      purpose: 'Clean\r\ncreeks',
      website: 'creek.example',
      place: 'Lismore, NSW',
      linkUrl: ['https://a.example/'],
      linkLabel: ['A'],
    };
    expect(await saveGroupForm(lead, slug, await formOf(lead, slug, change), 'en')).toBeNull();
    expect((await groupEditPage(lead, slug, 'en')).values).toMatchObject({
      purpose: 'Clean\ncreeks',
      website: 'https://creek.example/',
      placeValue: 'town:2160063',
      linkUrl: ['https://a.example/'],
    });
    expect(await readerPool('public')`select purpose, town_id from groups where slug = ${slug}`).toEqual([
      { purpose: 'Clean\ncreeks', town_id: 2160063 },
    ]);
  });
  test('keeps words that name no known place, if whoever writes them says so', async () => {
    const { slug, lead } = await ledGroup();
    const asked = await saveGroupForm(lead, slug, await formOf(lead, slug, { place: 'Qqxzvw valley' }), 'en');
    expect(asked?.errors.place).toMatch(/do not know/);
    const change = { place: 'Qqxzvw valley', placeAsked: 'Qqxzvw valley', placeAnswer: 'words' };
    expect(await saveGroupForm(lead, slug, await formOf(lead, slug, change), 'en')).toBeNull();
    expect(await saveGroupForm(lead, slug, await formOf(lead, slug, { purpose: 'New' }), 'en')).toBeNull();
    expect((await groupEditPage(lead, slug, 'en')).values).toMatchObject({ place: 'Qqxzvw valley', purpose: 'New' });
  });
  test.each([
    ['no name', { name: '' }, 'name'],
    ['a website that runs script', { website: 'javascript:alert(1)' }, 'website'],
    ['an unknown topic', { topics: '999999' }, 'topics'],
    ['no e-mail address', { email: 'nobody' }, 'email'],
    ['a field of no such form', { standing: 'member' }, '_form'],
  ])('with %s is not saved, and nothing is lost', async (_, change, field) => {
    const { slug, lead } = await ledGroup();
    const outcome = await saveGroupForm(lead, slug, await formOf(lead, slug, { activities: 'kept', ...change }), 'en');
    expect(outcome).toMatchObject({ kind: 'invalid', values: { activities: 'kept' } });
    expect(outcome?.errors[field]).toBeTruthy();
  });
});

describe('the contact of a listed group, edited by an operator', () => {
  const CONTACT = { email: 'hello@far.example', streetAddress: '1 Far Road' };
  const listed = (contact: Audience) =>
    makeGroup({ name: 'Far Group', ...CONTACT }, { standing: 'listed' }, { 'group.contact': contact });
  const kept = (id: string) => command((unit) => currentGroup(unit.db, id));

  test.each<[string, Audience, Role[], boolean]>([
    ['shared with members', 'member', ['operator'], true],
    ['shared with nobody', 'self', ['operator'], false],
    ['shared with weavers', 'weaver', ['operator'], false],
    ['shared with weavers, of whom they are one', 'weaver', ['operator', 'weaver'], true],
  ])('%s', async (_, audience, can, seen) => {
    const { id, slug } = await listed(audience);
    const viewer = await member(can);
    const { values } = await groupEditPage(viewer, slug, 'en');
    if (seen) expect(values).toMatchObject(CONTACT);
    else expect(JSON.stringify(values)).not.toMatch(/email|streetAddress|far\.example|Far Road/);
    const change = { purpose: 'New', email: 'other@far.example' };
    expect(await saveGroupForm(viewer, slug, await formOf(viewer, slug, change), 'en')).toBeNull();
    expect(await kept(id)).toMatchObject({ ...CONTACT, purpose: 'New', ...(seen ? { email: change.email } : {}) });
  });
  test('that nobody wrote yet can be written where it would be shared', async () => {
    const { id, slug } = await makeGroup({ name: 'Far Group' }, { standing: 'listed' });
    const viewer = await member(['operator']);
    expect(await saveGroupForm(viewer, slug, await formOf(viewer, slug, CONTACT), 'en')).toBeNull();
    expect(await kept(id)).toMatchObject(CONTACT);
  });
  test('is in no answer to a conflict either, and stays as it is', async () => {
    const { id, slug } = await listed('self');
    const [viewer, other] = [await member(['operator']), await member(['operator'])];
    const mine = await formOf(viewer, slug, { purpose: 'mine' });
    await saveGroupForm(other, slug, await formOf(other, slug, { purpose: 'theirs' }), 'en');
    const outcome = await saveGroupForm(viewer, slug, mine, 'en');
    expect(outcome).toMatchObject({ kind: 'conflict', conflicts: [{ field: 'purpose' }] });
    expect(JSON.stringify(outcome)).not.toMatch(/email|streetAddress|far\.example|Far Road/);
    const again = { ...outcome?.values, version: '2', 'take.email': 'theirs' };
    expect(await saveGroupForm(viewer, slug, asForm(again as FormValues), 'en')).toBeNull();
    expect(await kept(id)).toMatchObject({ ...CONTACT, purpose: 'mine' });
  });
  test('shared since the form was made is not emptied by it', async () => {
    const { id, slug } = await listed('self');
    const viewer = await member(['operator']);
    const form = await formOf(viewer, slug, { purpose: 'New' });
    const choice = { category: 'group.contact', audience: 'member' as const, wordsSha256: '0'.repeat(64) };
    await command((unit) => saveGrants(unit, { kind: 'group', id, givenBy: null }, [choice]));
    expect(await saveGroupForm(viewer, slug, form, 'en')).toBeNull();
    expect(await kept(id)).toMatchObject({ ...CONTACT, purpose: 'New' });
  });
});

describe('two leads saving one group', () => {
  test('the second sees both texts, takes one of theirs, keeps one of hers, and saves', async () => {
    const { id, slug, lead } = await ledGroup();
    const other = await member();
    await join(other.personId, id, { leads: true });
    const mine = await formOf(lead, slug, { purpose: 'mine', activities: 'mine' });
    await saveGroupForm(other, slug, await formOf(other, slug, { purpose: 'theirs', name: 'Creek Keepers' }), 'en');
    const outcome = await saveGroupForm(lead, slug, mine, 'en');
    expect(outcome).toMatchObject({ kind: 'conflict', version: 2, values: { purpose: 'mine', activities: 'mine' } });
    expect(outcome?.conflicts.map(({ field, mine, theirs, chosen }) => [field, mine, theirs, chosen])).toEqual([
      ['name', 'Creek Watch', 'Creek Keepers', 'theirs'],
      ['purpose', 'mine', 'theirs', 'mine'],
      ['activities', 'mine', '', 'mine'],
    ]);
    const again = { ...outcome?.values, version: '2', 'take.name': 'theirs', 'take.purpose': 'theirs' };
    expect(await saveGroupForm(lead, slug, asForm(again as FormValues), 'en')).toBeNull();
    const { values } = await groupEditPage(lead, slug, 'en');
    expect(values).toMatchObject({ name: 'Creek Keepers', purpose: 'theirs', activities: 'mine' });
  });
});

describe('what a group shares', () => {
  const sharingForm = async (viewer: SignedIn, slug: string, change: Record<string, string> = {}) => {
    const sharing = await groupSharing(viewer, slug, 'en');
    const fields: FormValues = { policy: sharing?.policySha256 ?? '', save: 'all' };
    for (const choice of sharing?.choices ?? []) {
      fields[choice.name] = choice.chosen;
      fields[`${choice.name}.words`] = choice.wordsSha256;
      fields[`${choice.name}.was`] = choice.saved ?? '';
    }
    return asForm({ ...fields, ...change });
  };
  test('is the policy’s proposal until a lead saves otherwise', async () => {
    const { slug, lead } = await ledGroup();
    const before = await groupSharing(lead, slug, 'en');
    expect(before?.choices.map(({ name, now, savedOn }) => [name, now, savedOn])).toEqual([
      ['group.profile', 'public', null],
      ['group.contact', 'member', null],
    ]);
    const form = await sharingForm(lead, slug, { 'group.profile': 'member' });
    expect(await saveGroupSharing(lead, slug, form, 'en')).toMatchObject({ kind: 'saved' });
    expect(await readerPool('public')`select 1 from groups where slug = ${slug}`).toHaveLength(0);
    expect(await readerPool('member')`select 1 from groups where slug = ${slug}`).toHaveLength(1);
  });
  test('is not widened again by a page that was open while another lead narrowed it', async () => {
    const { slug, lead } = await ledGroup();
    await saveGroupSharing(lead, slug, await sharingForm(lead, slug), 'en');
    const old = await sharingForm(lead, slug);
    await saveGroupSharing(lead, slug, await sharingForm(lead, slug, { 'group.profile': 'member' }), 'en');
    const result = await saveGroupSharing(lead, slug, old, 'en');
    expect(result).toMatchObject({ kind: 'stale', chosen: { 'group.contact': 'member' } });
    expect(result.chosen).not.toHaveProperty(['group.profile']);
    expect(await readerPool('public')`select 1 from groups where slug = ${slug}`).toHaveLength(0);
  });
  test('is chosen by its leads only', async () => {
    const { slug, lead } = await ledGroup();
    const form = await sharingForm(lead, slug);
    const outsider = await member(['operator', 'steward']);
    expect(await groupSharing(outsider, slug, 'en')).toBeNull();
    await expect(saveGroupSharing(outsider, slug, form, 'en')).rejects.toMatchObject(ABSENT);
  });
  test('takes no category of people', async () => {
    const { slug, lead } = await ledGroup();
    const form = await sharingForm(lead, slug, { 'person.name': 'public' });
    expect(await saveGroupSharing(lead, slug, form, 'en')).toMatchObject({ kind: 'invalid' });
  });
});
