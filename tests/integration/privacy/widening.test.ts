import { describe, expect, it } from 'vitest';
import { makeRecoveryCodes } from '~/auth/second-factors/recovery-codes.server';
import type { SignedIn } from '~/auth/viewer';
import { groupSharing, saveGroupSharing } from '~/features/privacy/group-sharing.server';
import { mySharing, saveMySharing } from '~/features/privacy/my-sharing.server';
import { join, makeGroup, makePerson } from '../../factories/people';
import { asMember } from '../../factories/viewers';
import { useHub } from '../../setup/hub';
import { asForm, sharingForm } from './choices';

useHub();

const HOUR_AGO = new Date(Date.now() - 3_600_000);
let made = 0;

/** Someone who shares their name with members, and came so long ago; with codes on paper if said. */
async function sharer(provedAt: Date, withCodes: boolean): Promise<SignedIn> {
  made += 1;
  const email = `sharer-${made}@example.org`;
  const person = await makePerson({ name: 'Ada Sharer' }, { 'person.name': 'member' }, { email });
  const viewer = asMember({ personId: person.id, accountId: person.accountId ?? '', provedAt });
  if (withCodes) await makeRecoveryCodes(viewer);
  return viewer;
}

const nameOf = async (viewer: SignedIn) =>
  (await mySharing(viewer, 'en')).choices.find(({ name }) => name === 'person.name')?.now;

describe('sharing more than before', () => {
  it.each<[string, Date, boolean, string, string]>([
    ['within ten minutes of a proof', new Date(), true, 'public', 'saved'],
    ['an hour after it', HOUR_AGO, true, 'public', 'prove'],
    ['an hour after it, by somebody who could give none', HOUR_AGO, false, 'public', 'saved'],
    ['less than before, an hour after it', HOUR_AGO, true, 'self', 'saved'],
    ['the same as before, an hour after it', HOUR_AGO, true, 'member', 'saved'],
  ])('%s', async (_, provedAt, withCodes, audience, expected) => {
    const viewer = await sharer(provedAt, withCodes);
    const form = await sharingForm(viewer, { 'person.name': audience, save: 'person.name' });
    expect((await saveMySharing(viewer, form, 'en')).kind).toBe(expected);
    expect(await nameOf(viewer)).toBe(expected === 'saved' ? audience : 'member');
  });

  it('keeps what was chosen, and saves none of it', async () => {
    const viewer = await sharer(HOUR_AGO, true);
    const form = await sharingForm(viewer, { 'person.name': 'self', 'person.about': 'public' });
    expect(await saveMySharing(viewer, form, 'en')).toMatchObject({
      kind: 'prove',
      chosen: { 'person.name': 'self', 'person.about': 'public' },
    });
    expect(await nameOf(viewer)).toBe('member');
  });

  it('asks a lead for the same, beyond what the policy proposes for a group', async () => {
    const lead = await sharer(HOUR_AGO, true);
    const group = await makeGroup({ name: 'Careful Group', email: 'careful@example.org' });
    await join(lead.personId, group.id, { leads: true });
    const save = async (audience: string) => {
      const sharing = await groupSharing(lead, group.slug, 'en');
      const contact = sharing?.choices.find(({ name }) => name === 'group.contact');
      const form = asForm({
        policy: sharing?.policySha256,
        save: 'group.contact',
        'group.contact': audience,
        'group.contact.words': contact?.wordsSha256,
        'group.contact.was': contact?.saved ?? '',
      });
      return (await saveGroupSharing(lead, group.slug, form, 'en')).kind;
    };
    expect(await save('public')).toBe('prove');
    expect(await save('member')).toBe('saved');
    expect(await save('self')).toBe('saved');
    expect(await save('member')).toBe('prove');
  });
});
