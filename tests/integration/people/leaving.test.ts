import { beforeAll, describe, expect, it } from 'vitest';
import { giveRole, join, makeGroup, makePerson } from '../../factories/people';
import { postForm } from '../../setup/forms';
import { useHub } from '../../setup/hub';
import { cookieOf, read, useServed } from '../../setup/served';
import { tracesOf } from '../../setup/traces';

const served = useServed(useHub());
const PATH = '/settings/leaving';
const sure = new URLSearchParams({ intent: 'now', sure: 'on' });
const later = new URLSearchParams({ intent: 'leave', sure: 'on' });
let steward: { id: string; cookie: string };

async function signedIn(name: string) {
  const { id, accountId, handle } = await makePerson(
    { name },
    { 'person.name': 'public' },
    { email: `${name.toLowerCase()}@example.org` },
  );
  return { id, handle, accountId: accountId ?? '', cookie: await cookieOf(accountId ?? '') };
}

beforeAll(async () => {
  const made = await signedIn('Stewardess');
  await giveRole(made.accountId, 'steward');
  steward = made;
});

describe('leaving', () => {
  it('asks a visitor to sign in, who then comes back', async () => {
    const response = await fetch(served.origin() + PATH, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([302, '/sign-in?to=%2Fsettings%2Fleaving']);
    const posted = await postForm(served.origin(), PATH, sure, null);
    expect(posted.headers.get('location')).toMatch(/^\/sign-in/);
  });

  it('says what goes and which groups stay without a lead', async () => {
    const me = await signedIn('Leocadia');
    const group = await makeGroup({ name: 'Tidal Flats Watch' });
    await join(me.id, group.id, { leads: true });
    expect((await read(served.origin(), PATH, me.cookie)).body).toContain('You lead: Tidal Flats Watch');
  });

  it.each([
    ['nothing is ticked', new URLSearchParams({ intent: 'now' })],
    ['nothing is ticked for later', new URLSearchParams({ intent: 'leave' })],
    ['the tick says no', new URLSearchParams({ intent: 'now', sure: 'no' })],
    ['no button says which', new URLSearchParams({ sure: 'on' })],
    ['somebody else is named', new URLSearchParams({ intent: 'now', sure: 'on', personId: 'x' })],
  ])('deletes nothing when %s', async (_, fields) => {
    const me = await signedIn(`Macrina${fields}`.replaceAll(/\W/g, ''));
    const response = await postForm(served.origin(), PATH, fields, me.cookie);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('Please tick the box first. Nothing was deleted.');
    expect((await read(served.origin(), '/home', me.cookie)).status).toBe(200);
  });

  it('deletes at once, signs out everywhere and says goodbye', async () => {
    const me = await signedIn('Nothelm');
    const elsewhere = await cookieOf(me.accountId);
    const response = await postForm(served.origin(), PATH, sure, me.cookie);
    expect([response.status, response.headers.get('location')]).toEqual([302, '/goodbye']);
    expect(response.headers.get('set-cookie')).toMatch(/hub_session=;.*Max-Age=0/);
    expect((await read(served.origin(), '/goodbye')).body).toContain('You are deleted');
    for (const cookie of [me.cookie, elsewhere])
      expect((await read(served.origin(), '/home', cookie)).status).toBe(302);
    expect(await tracesOf(me.id, me.accountId, 'nothelm')).toEqual([]);
  });

  it('hides at once, leads whoever signs in to the way back, and shows again who stays', async () => {
    const me = await signedIn('Tetta');
    const elsewhere = await cookieOf(me.accountId);
    const page = `/people/${me.handle}`;
    expect((await read(served.origin(), page)).status).toBe(200);
    expect((await postForm(served.origin(), PATH, later, me.cookie)).headers.get('location')).toBe(PATH);
    expect((await read(served.origin(), page)).status).toBe(404);
    expect((await read(served.origin(), '/settings/leaving', elsewhere)).status).toBe(302);
    const again = await cookieOf(me.accountId);
    const home = await fetch(`${served.origin()}/home`, { headers: { Cookie: again }, redirect: 'manual' });
    expect([home.status, home.headers.get('location')]).toEqual([302, PATH]);
    expect((await read(served.origin(), PATH, again)).body).toContain('You are leaving');
    const stayed = await postForm(served.origin(), PATH, new URLSearchParams({ intent: 'stay' }), again);
    expect(stayed.headers.get('location')).toBe('/home');
    expect((await read(served.origin(), page)).status).toBe(200);
  });

  it('keeps the last steward, and says why', async () => {
    expect((await read(served.origin(), PATH, steward.cookie)).body).toContain('You are the only steward');
    const response = await postForm(served.origin(), PATH, sure, steward.cookie);
    expect(response.status).toBe(409);
    expect(await response.text()).toContain('Ask whoever runs the hub to make somebody else a steward first');
    const next = await signedIn('Odilia');
    await giveRole(next.accountId, 'steward');
    expect((await postForm(served.origin(), PATH, sure, steward.cookie)).status).toBe(302);
    expect(await tracesOf(steward.id)).toEqual([]);
  });
});
