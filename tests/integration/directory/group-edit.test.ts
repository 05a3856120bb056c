import { describe, expect, test } from 'vitest';
import { readerPool } from '#db/reader.server';
import type { SignedIn } from '~/auth/viewer';
import { asForm } from '~/features/directory/edit-form';
import { groupEditPage, saveGroupForm } from '~/features/directory/group-form.server';
import { groupSharing, saveGroupSharing } from '~/features/privacy/group-sharing.server';
import type { FormValues } from '~/lib/forms';
import type { GroupStanding, Role } from '~/lib/standing';
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
