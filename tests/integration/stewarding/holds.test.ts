import { beforeEach, describe, expect, it } from 'vitest';
import { writerSql } from '#db/writer.server';
import { brokenEntry } from '~/auth/audit/read.server';
import type { SignedIn } from '~/auth/viewer';
import { holdMyself, liftMyHold } from '~/features/stewarding/pauses/own-hold.server';
import { pausedMail } from '~/features/stewarding/pauses/pause-mails.server';
import { listPauses } from '~/features/stewarding/pauses/pause-pages.server';
import { agreePause, askPause, endPauses, liftPause } from '~/features/stewarding/pauses/pauses.server';
import { renderLetter } from '~/lib/mail/render.server';
import { verifyProjections } from '~/sharing/verify.server';
import { formOf, postForm } from '../../setup/forms';
import { useHub } from '../../setup/hub';
import { cookieOf, read, useServed } from '../../setup/served';
import { tracesOf } from '../../setup/traces';
import { deeds, idOf, inHours, job, REASON, standing, twoStewardsAndOne } from './pausing';

const served = useServed(useHub());
let [ana, bo, troll] = [] as unknown as [SignedIn, SignedIn, SignedIn];
beforeEach(async () => {
  [ana, bo, troll] = await twoStewardsAndOne();
});

describe('a safety hold', () => {
  const rows = async ({ personId }: SignedIn) =>
    (
      await Promise.all(
        ['public', 'member', 'weaver', 'steward'].map((audience) =>
          writerSql().unsafe(`select * from proj_${audience}.people where person_id = $1`, [personId]),
        ),
      )
    ).map((found) => [...found]);

  it('that people put on themselves begins at once, and they lift it after a fresh proof: all is as before', async () => {
    const [before, elsewhere] = [await rows(troll), await cookieOf(troll.accountId)];
    const here = await cookieOf(troll.accountId);
    const post = (path: string, fields: Record<string, string>) =>
      postForm(served.origin(), path, new URLSearchParams(fields), here);
    expect((await post('/settings/security/hold', { reason: 'x'.repeat(10_000) })).status).toBe(400);
    expect((await post('/settings/security/hold', { reason: 'Qxwords' })).headers.get('location')).toBe('/paused');
    expect(await rows(troll)).toEqual([[], [], [], []]);
    expect((await read(served.origin(), '/settings/sharing', elsewhere)).status).toBe(302);
    expect((await read(served.origin(), '/settings/sharing', here)).status).toBe(200);
    expect((await read(served.origin(), '/paused', here)).body).toContain('Qxwords');
    expect(await listPauses(ana)).toMatchObject([{ kind: 'safety', own: true, name: 'Troll', reason: 'Qxwords' }]);
    const letter = await renderLetter((await pausedMail(await job('account-paused'))) as never);
    expect(letter.text).toContain('/paused');
    expect(letter.text).not.toContain('Qxwords');
    await writerSql()`update core.sessions set proved_at = now() - interval '1 hour' where account_id = ${troll.accountId}`;
    const stale = await post('/paused', { intent: 'lift' });
    expect(stale.headers.get('location')).toBe('/sign-in/again?to=%2Fpaused');
    await writerSql()`update core.sessions set proved_at = now() where account_id = ${troll.accountId}`;
    expect((await post('/paused', { intent: 'lift' })).headers.get('location')).toBe('/home');
    expect(await rows(troll)).toEqual(before);
    expect(await tracesOf('Qxwords')).toEqual([]);
    expect((await deeds()).slice(-2)).toEqual(['hold_begun', 'hold_lifted']);
    expect([await brokenEntry(), await verifyProjections()]).toEqual([null, []]);
  });

  it('on oneself takes the place of a wish for a pause, lasts, and is lifted by any one steward', async () => {
    await askPause(ana, troll.handle, REASON);
    const both = await Promise.all([holdMyself(troll, null), holdMyself(troll, null)]);
    expect(both.sort()).toEqual([false, true]);
    expect(await tracesOf('Qxreason')).toEqual([]);
    expect(await endPauses(inHours(1000))).toBe(0);
    expect(await liftPause(bo, await idOf(bo, troll))).toEqual({ kind: 'lifted' });
    expect([await standing(troll), await liftMyHold(troll)]).toEqual(['member', false]);
  });

  it('that stewards ask for takes two, says why on the page alone, and is theirs to lift', async () => {
    expect(await askPause(ana, troll.handle, REASON, 'safety')).toEqual({ kind: 'waits' });
    const id = await idOf(bo, troll);
    expect(await agreePause(bo, id)).toEqual({ kind: 'held' });
    const letter = await renderLetter((await pausedMail(await job('account-paused'))) as never);
    expect(letter.text).not.toContain('Qxreason');
    expect((await read(served.origin(), '/paused', await cookieOf(troll.accountId))).body).toContain('Qxreason');
    expect(await liftMyHold(troll)).toBe(false);
    expect(await liftPause(ana, id)).toEqual({ kind: 'lifted' });
    expect(await standing(troll)).toBe('member');
  });

  it('by a steward alone lasts for 72 hours, and neither it nor a pause follows within the week', async () => {
    await writerSql()`delete from core.role_grants where account_id = ${bo.accountId}`;
    expect(await askPause(ana, troll.handle, REASON, 'safety')).toEqual({ kind: 'held' });
    expect([await endPauses(inHours(71)), await endPauses(inHours(73))]).toEqual([0, 1]);
    for (const kind of ['safety', 'pause'] as const)
      expect(await askPause(ana, troll.handle, REASON, kind)).toEqual({ kind: 'lately' });
  });
});

describe('a hold or a block, asked for by a forged viewer, a stale form or a second device', () => {
  const post = (path: string, fields: Record<string, string>, cookie: string | null) =>
    postForm(served.origin(), path, new URLSearchParams(fields), cookie);
  const answered = async (sent: Promise<Response>) => {
    const response = await sent;
    return [response.status, response.headers.get('location')];
  };
  /** Who is held, who is apart and what everyone shares: what a forged post would change. */
  const all = async () =>
    Promise.all([
      writerSql()`select id, standing from core.people order by id`,
      writerSql()`select person_id, blocked_id from core.blocks order by 1, 2`,
      writerSql()`select subject_id, category, audience from core.sharing_grants order by 1, 2`,
    ]).then((found) => JSON.stringify(found));

  it('changes nothing for whoever is not who they say: each is told so', async () => {
    const mine = await cookieOf(troll.accountId);
    const [name = ''] = mine.split('=');
    const before = await all();
    for (const [key, value] of [
      ['personId', bo.personId],
      ['accountId', bo.accountId],
      ['person', bo.handle],
      ['viewer', bo.accountId],
    ] as const) {
      for (const path of ['/settings/security/hold', '/paused', `/people/${ana.handle}/block`]) {
        const more: Record<string, string> = path === '/paused' ? { objection: 'x' } : {};
        const refused = await post(path, { ...more, [key]: value }, mine);
        expect([path, key, refused.status]).toEqual([path, key, 400]);
        expect(await refused.text()).toContain('could not be read');
      }
    }
    const [session] = await writerSql()<{ id: string }[]>`
      select id from core.sessions where account_id = ${troll.accountId}`;
    for (const forged of [bo.accountId, bo.personId, session?.id ?? ''])
      expect(await answered(post('/settings/security/hold', {}, `${name}=${forged}`))).toEqual([
        302,
        '/sign-in?to=%2Fhome',
      ]);
    expect(await all()).toBe(before);
  });

  it('lifts nothing of somebody else’s, nor what stewards asked for, however it is sent', async () => {
    await holdMyself(bo, 'Qxbo');
    const mine = await cookieOf(troll.accountId);
    const bosHold = await idOf(ana, bo);
    const before = await all();
    expect((await post('/steward/pauses', { intent: 'lift', id: bosHold }, mine)).status).toBe(404);
    expect((await post('/paused', { intent: 'lift', id: bosHold }, mine)).status).toBe(400);
    expect(await answered(post('/paused', { intent: 'lift' }, mine))).toEqual([302, '/home']);
    expect(await all()).toBe(before);
    await liftPause(ana, bosHold);
    await askPause(ana, troll.handle, REASON, 'safety');
    await agreePause(bo, await idOf(bo, troll));
    const held = await all();
    const again = await post('/paused', { intent: 'lift' }, await cookieOf(troll.accountId));
    expect(again.status).toBe(409);
    expect(await again.text()).toContain('There is no hold of your own to lift any more.');
    expect(await all()).toBe(held);
  });

  it('answers a second tap, a second device and a page from before with what holds now', async () => {
    const [here, there] = [await cookieOf(troll.accountId), await cookieOf(troll.accountId)];
    const page = formOf((await read(served.origin(), '/settings/sharing', there)).body);
    const taps = await Promise.all([1, 2].map(() => answered(post('/settings/security/hold', {}, here))));
    for (const [status, location] of taps)
      expect([status, location]).toEqual([302, expect.stringMatching(/^\/(paused|settings\/security\/hold)$/)]);
    expect(await answered(post('/settings/security/hold', {}, here))).toEqual([302, '/settings/security/hold']);
    expect(
      await answered(
        fetch(`${served.origin()}/settings/security/hold`, { headers: { cookie: here }, redirect: 'manual' }),
      ),
    ).toEqual([302, '/paused']);
    const before = await all();
    expect(await answered(postForm(served.origin(), '/settings/sharing', page, there))).toEqual([
      302,
      '/sign-in?to=%2Fhome',
    ]);
    expect(await all()).toBe(before);
    expect(await answered(post('/paused', { intent: 'lift' }, here))).toEqual([302, '/home']);
    expect(await answered(post('/paused', { intent: 'lift' }, here))).toEqual([302, '/home']);
    expect(await standing(troll)).toBe('member');
  });

  it('takes back one’s own block alone, twice as well as once', async () => {
    await writerSql()`insert into core.blocks (person_id, blocked_id) values (${ana.personId}, ${troll.personId})`;
    const mine = await cookieOf(troll.accountId);
    const before = await all();
    const unblock = (fields: Record<string, string>) => answered(post('/settings/sharing/blocks', fields, mine));
    for (const person of [ana.personId, troll.personId, bo.personId])
      expect(await unblock({ person })).toEqual([302, '/settings/sharing/blocks?unblocked']);
    expect(await unblock({ person: troll.personId, personId: ana.personId })).toEqual([400, null]);
    expect(await unblock({ person: 'nonsense' })).toEqual([400, null]);
    expect(await all()).toBe(before);
    for (const handle of [ana.handle, 'no-such-person', bo.handle, bo.handle])
      await post(`/people/${handle}/block`, {}, mine);
    const apart = await writerSql()`select blocked_id from core.blocks where person_id = ${troll.personId}`;
    expect([...apart]).toEqual([{ blocked_id: bo.personId }]);
    expect(await unblock({ person: bo.personId })).toEqual([302, '/settings/sharing/blocks?unblocked']);
    expect(await all()).toBe(before);
  });
});
