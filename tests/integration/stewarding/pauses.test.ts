import { beforeEach, describe, expect, it } from 'vitest';
import { writerSql } from '#db/writer.server';
import { brokenEntry } from '~/auth/audit/read.server';
import { erasePerson } from '~/auth/erase-person.server';
import type { SignedIn } from '~/auth/viewer';
import { pausedMail, pauseEndedMail } from '~/features/stewarding/pauses/pause-mails.server';
import { listPauses } from '~/features/stewarding/pauses/pause-pages.server';
import { agreePause, askPause, endPauses, liftPause } from '~/features/stewarding/pauses/pauses.server';
import { renderLetter } from '~/lib/mail/render.server';
import { command } from '~/sharing/command.server';
import { verifyProjections } from '~/sharing/verify.server';
import { SYSTEM } from '../../factories/people';
import { asMember } from '../../factories/viewers';
import { postForm } from '../../setup/forms';
import { useHub } from '../../setup/hub';
import { cookieOf, read, useServed } from '../../setup/served';
import { tracesOf } from '../../setup/traces';
import { deeds, idOf, inHours, job, member, REASON, standing, twoStewardsAndOne } from './pausing';

const served = useServed(useHub());
let [ana, bo, troll] = [] as unknown as [SignedIn, SignedIn, SignedIn];
beforeEach(async () => {
  [ana, bo, troll] = await twoStewardsAndOne();
});

describe('a pause that two stewards ask for', () => {
  it('holds once the second agrees: nobody sees the person, who is out everywhere and told why', async () => {
    const cookie = await cookieOf(troll.accountId);
    expect(await askPause(ana, troll.handle, REASON)).toEqual({ kind: 'waits' });
    expect(await standing(troll)).toBe('member');
    const id = await idOf(bo, troll);
    expect(await agreePause(ana, id)).toEqual({ kind: 'own' });
    const both = await Promise.all([agreePause(bo, id), agreePause(bo, id)]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['already', 'paused']);
    expect(await standing(troll)).toBe('held');
    expect(await writerSql()`select 1 from proj_steward.people where person_id = ${troll.personId}`).toEqual([]);
    expect((await read(served.origin(), '/settings/profile', cookie)).status).toBe(302);
    const letter = await renderLetter((await pausedMail(await job('account-paused'))) as never);
    for (const words of ['Qxreason', 'Let us talk.', '/paused']) expect(letter.text).toContain(words);
    expect(await tracesOf('Qxreason')).toEqual(['core.pauses']);
    expect(await endPauses(inHours(1000))).toBe(0);
  });

  it('shows the person the reason when they sign in, keeps their objection, and still lets them leave', async () => {
    await askPause(ana, troll.handle, REASON);
    await agreePause(bo, await idOf(bo, troll));
    const cookie = await cookieOf(troll.accountId);
    const home = await fetch(`${served.origin()}/home`, { headers: { cookie }, redirect: 'manual' });
    expect(home.headers.get('location')).toBe('/paused');
    expect((await read(served.origin(), '/paused', cookie)).body).toContain('Qxreason');
    const object = (objection: string) =>
      postForm(served.origin(), '/paused', new URLSearchParams({ objection }), cookie);
    expect((await object('x'.repeat(10_000))).status).toBe(400);
    expect((await object('Qxobjection')).status).toBe(200);
    expect((await listPauses(ana))[0]?.objection).toBe('Qxobjection');
    expect((await read(served.origin(), '/settings/leaving', cookie)).status).toBe(200);
    await command((unit) => erasePerson(SYSTEM, unit, troll.personId));
    expect(await tracesOf('Qxreason', 'Qxobjection', troll.personId)).toEqual([]);
  });

  it('is lifted by any one steward, and all is as before', async () => {
    await askPause(ana, troll.handle, REASON);
    const id = await idOf(bo, troll);
    await agreePause(bo, id);
    const lifts = await Promise.all([liftPause(ana, id), liftPause(bo, id)]);
    expect(lifts.map(({ kind }) => kind).sort()).toEqual(['gone', 'lifted']);
    expect(await standing(troll)).toBe('member');
    expect(await tracesOf('Qxreason')).toEqual([]);
    expect(await pausedMail(await job('account-paused'))).toBeNull();
    expect((await pauseEndedMail(await job('pause-ended')))?.to).toContain('pausing-');
    expect((await deeds()).slice(-2)).toEqual(['account_paused', 'pause_lifted']);
    expect(await brokenEntry()).toBeNull();
    expect(await verifyProjections()).toEqual([]);
  });

  it('is dropped after 72 hours without a second, and when its asker is no steward any more', async () => {
    await askPause(ana, troll.handle, REASON);
    expect(await endPauses(inHours(71))).toBe(0);
    expect(await endPauses(inHours(73))).toBe(1);
    await askPause(ana, troll.handle, REASON);
    await writerSql()`delete from core.role_grants where account_id = ${ana.accountId}`;
    expect(await agreePause(bo, await idOf(bo, troll))).toEqual({ kind: 'gone' });
    expect([await standing(troll), await listPauses(bo)]).toEqual(['member', []]);
  });

  it('is told when another steward asked at the same moment, or the person left meanwhile', async () => {
    const both = await Promise.all([askPause(ana, troll.handle, REASON), askPause(bo, troll.handle, REASON)]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['asked', 'waits']);
    const id = (await writerSql()<{ id: string }[]>`select id from core.pauses`)[0]?.id ?? '';
    await command((unit) => erasePerson(SYSTEM, unit, troll.personId));
    expect(await agreePause(bo, id)).toEqual({ kind: 'gone' });
    expect(await liftPause(bo, id)).toEqual({ kind: 'gone' });
    expect(await askPause(ana, troll.handle, REASON)).toEqual({ kind: 'nobody' });
  });
});

describe('a steward', () => {
  it('alone pauses at once, for 72 hours, and not again within the week', async () => {
    await writerSql()`delete from core.role_grants where account_id = ${bo.accountId}`;
    expect(await askPause(ana, troll.handle, REASON)).toEqual({ kind: 'paused' });
    const cookie = await cookieOf(troll.accountId);
    expect(await endPauses(inHours(71))).toBe(0);
    await writerSql()`update core.pauses set ends_at = now()`;
    expect((await read(served.origin(), '/paused', cookie)).status).toBe(302);
    expect(await standing(troll)).toBe('member');
    expect(await askPause(ana, troll.handle, REASON)).toEqual({ kind: 'lately' });
    expect(await listPauses(ana)).toEqual([]);
  });

  it('is paused by two others where there are two, and never by their own hand', async () => {
    expect(await askPause(ana, ana.handle, REASON)).toEqual({ kind: 'self' });
    const cleo = await member('Cleo', 'steward');
    expect(await askPause(ana, bo.handle, REASON)).toEqual({ kind: 'waits' });
    expect(await listPauses(bo)).toEqual([]);
    const id = await idOf(cleo, bo);
    expect([await agreePause(bo, id), await liftPause(bo, id)]).toEqual([{ kind: 'gone' }, { kind: 'gone' }]);
    expect(await agreePause(cleo, id)).toEqual({ kind: 'paused' });
    expect(await standing(bo)).toBe('held');
  });

  it('is the only one who can: for everybody else there is nothing here', async () => {
    const other = asMember({ can: ['weaver', 'operator'] });
    for (const attempt of [
      () => askPause(other, troll.handle, REASON),
      () => agreePause(other, troll.personId),
      () => liftPause(other, troll.personId),
      () => listPauses(other),
    ])
      await expect((async () => attempt())()).rejects.toMatchObject({ code: 'not_found' });
    expect((await read(served.origin(), '/steward/pauses', await cookieOf(troll.accountId))).status).toBe(404);
  });

  it.each([
    [{ person: '', reason: 'x' }, 400],
    [{ person: 'nobody-at-all-9', reason: 'x' }, 400],
    [{ person: 'x', reason: 'x'.repeat(10_000) }, 400],
    [{ intent: 'agree', id: 'nonsense' }, 400],
    [{ intent: 'lift', id: '00000000-0000-4000-8000-000000000009' }, 409],
  ])('gets a clear answer to %j: %i', async (fields, status) => {
    const form = new URLSearchParams({ intent: 'ask', ...fields } as Record<string, string>);
    expect((await postForm(served.origin(), '/steward/pauses', form, await cookieOf(ana.accountId))).status).toBe(
      status,
    );
  });
});
