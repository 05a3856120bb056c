import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writerSql } from '#db/writer.server';
import { erasePerson } from '~/auth/erase-person.server';
import { type SignedIn, VISITOR } from '~/auth/viewer';
import { aboutMe, sayAboutMe } from '~/features/concerns/about-me.server';
import { tidyConcerns } from '~/features/concerns/clear-up.server';
import { ASKED_DAYS, UNDELIVERED_DAYS } from '~/features/concerns/limits';
import { answerFollowed, followedConcern, myConcern } from '~/features/concerns/my-concerns.server';
import {
  agreeOutside,
  nameOutside,
  OUTSIDE_LINK,
  outsideLink,
  removeOutside,
} from '~/features/concerns/outside.server';
import { FOLLOW_LINK } from '~/features/concerns/raise.server';
import { raisePage } from '~/features/concerns/raise-page.server';
import { registerConcerns } from '~/features/concerns/register.server';
import { stepBack } from '~/features/concerns/step-back.server';
import { takeStep, tellPerson } from '~/features/concerns/steps.server';
import { loadEnv } from '~/lib/env.server';
import { recentMail } from '~/lib/mail/overview.server';
import { sendDueMail } from '~/lib/mail/worker.server';
import { linkToken } from '~/lib/one-time-links.server';
import { command } from '~/sharing/command.server';
import { FakeResend } from '../../fakes/resend';
import { TEST_SECRET } from '../../setup/global';
import { useHub } from '../../setup/hub';
import { tracesOf } from '../../setup/traces';
import { contacts, hearers, member, nobodyYet, OUTSIDE, outsider, raised, stateOf } from './people';

useHub();
let resend: FakeResend;
let [ana, raiser, troll] = [] as unknown as [SignedIn, SignedIn, SignedIn];

const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};
const outside = () => resend.sent.filter(({ body }) => body.to === OUTSIDE.email);
const sendAll = async () => {
  while ((await sendDueMail()) > 0);
};
const makeDue = () => writerSql()`update core.outbox set run_at = now(), leased_until = null`;

beforeAll(registerConcerns);
beforeEach(async () => {
  await nobodyYet();
  await resend?.stop();
  resend = new FakeResend();
  const mail = { RESEND_API_KEY: 're_test', MAIL_FROM: 'Hub <hub@example.org>', RESEND_BASE_URL: await resend.start() };
  loadEnv({ HUB_SECRET: TEST_SECRET, HUB_ORIGIN: 'http://localhost:3000', ...mail });
  [ana] = (await contacts('Ana')) as [SignedIn];
  [raiser, troll] = [await member('Raiser'), await member('Troll')];
  await outsider(ana);
  await sendAll();
});
afterAll(() => resend.stop());

describe('the trusted person outside', () => {
  it('is asked by mail first, and follows whoever was named before only by a press of the button', async () => {
    await nameOutside(ana, { ...OUTSIDE, name: 'Next', email: 'next@elsewhere.example' });
    await sendAll();
    const [row] = await writerSql()<{ id: string }[]>`select id from core.concern_outside where agreed_at is null`;
    const token = linkToken(OUTSIDE_LINK, row?.id ?? '');
    expect(resend.lastTo('next@elsewhere.example')?.body.text).toContain(`/concern/outside/${token}`);
    for (let scan = 0; scan < 50; scan += 1) expect((await outsideLink(token)).state).toBe('good');
    expect((await raisePage(VISITOR)).outside).toBe('Qxoutside');
    expect([await agreeOutside(token), await agreeOutside(token)]).toEqual([true, false]);
    expect([(await outsideLink(token)).state, (await outsideLink('nonsense')).state]).toEqual(['spent', 'unknown']);
    expect((await raisePage(VISITOR)).outside).toBe('Next');
    await nameOutside(ana, { ...OUTSIDE, name: 'Silent' });
    await tidyConcerns(new Date(Date.now() + (ASKED_DAYS + 1) * 86_400_000));
    expect([...(await writerSql()`select name from core.concern_outside`)]).toEqual([{ name: 'Next' }]);
  });

  it('gets the whole of a concern when fewer than two stewards are left, and then nobody in the hub has it', async () => {
    const id = await raised(raiser, { about: troll.handle, contact: 'reach@elsewhere.example' });
    expect([await hearers(id), await stateOf(id)]).toEqual([[], 'outside']);
    expect(await tracesOf(troll.handle)).toContain('core.concerns');
    await sendAll();
    const [mail] = outside().slice(-1);
    for (const words of ['Qxwords of what happened.', troll.handle, 'reach@elsewhere.example'])
      expect(mail?.body.text).toContain(words);
    expect(mail?.body.text).not.toContain('Raiser');
    expect(await stateOf(id)).toBe('passed_on');
    expect(await tracesOf('Qxwords', 'reach@elsewhere')).toEqual([]);
    expect((await myConcern(raiser, id)).entries).toEqual([]);
  });

  it('gets it alone when the raiser wants that', async () => {
    await contacts('Bo', 'Cleo');
    expect(await stateOf(await raised(raiser, { only: true }))).toBe('outside');
    expect(await stateOf(await raised(raiser))).toBe('open');
  });

  it('gets one mail although the line breaks after it was taken, or the hub stops before it noted that', async () => {
    const before = outside().length;
    const id = await raised(raiser);
    resend.mode = 'die';
    await sendDueMail();
    expect(await tracesOf('Qxwords')).toEqual(['core.concern_entries']);
    resend.mode = 'accept';
    await makeDue();
    await sendAll();
    expect([outside().length - before, await stateOf(id)]).toEqual([1, 'passed_on']);
    const other = await raised(raiser);
    await writerSql()`update core.outbox set state = 'sent' where about ->> 'concern' = ${other}`;
    await tidyConcerns();
    expect([await stateOf(other), await tracesOf('Qxwords')]).toEqual(['passed_on', []]);
  });

  it('is sent again what a restored copy held without its mail', async () => {
    const id = await raised(raiser);
    await writerSql()`delete from core.outbox`;
    await tidyConcerns();
    await tidyConcerns();
    await sendAll();
    expect([await stateOf(id), (await writerSql()`select 1 from core.outbox`).length]).toEqual(['passed_on', 1]);
  });

  it.each([
    ['who was taken away', () => removeOutside(ana)],
    ['whose address refuses it', () => writerSql()`update core.outbox set state = 'failed'`],
  ])('%s is not waited for: its words are deleted, and the raiser is told', async (_, work) => {
    const id = await raised(raiser);
    await work();
    await tidyConcerns(new Date(Date.now() + (UNDELIVERED_DAYS + 1) * 86_400_000));
    expect([await stateOf(id), await tracesOf('Qxwords')]).toEqual(['undelivered', []]);
    await sendAll();
    expect(resend.sent.at(-1)?.body.text).toContain(`/concerns/${id}`);
  });

  it('is not written to for a raiser who left before', async () => {
    const before = outside().length;
    const id = await raised(raiser);
    await command((unit) => erasePerson(raiser, unit, raiser.personId));
    await sendAll();
    await tidyConcerns();
    expect([outside().length - before, await stateOf(id)]).toEqual([0, 'undelivered']);
  });

  it('takes over what every steward stepped back from', async () => {
    const [bo] = (await contacts('Bo')) as [SignedIn];
    const id = await raised(raiser);
    await stepBack(ana, id);
    expect(await stateOf(id)).toBe('open');
    await stepBack(bo, id);
    expect(await stateOf(id)).toBe('outside');
  });

  it('hears an appeal that nobody inside can, and the appeal leaves the hub', async () => {
    await contacts('Bo');
    const id = await raised(raiser, { about: troll.handle });
    await tellPerson(ana, id, 'Qxtold', null);
    await sayAboutMe(troll, id, form({ intent: 'say', words: 'Qxside' }));
    await takeStep(ana, id, 'close', 'Qxoutcome');
    expect((await aboutMe(troll, id)).appealTo).toEqual({ kind: 'outside', name: 'Qxoutside' });
    const sent = { intent: 'appeal', words: 'Qxappeal', contact: 'troll@elsewhere.example' };
    expect(await sayAboutMe(troll, id, form(sent))).toEqual({ kind: 'kept' });
    await sendAll();
    const text = outside().at(-1)?.body.text ?? '';
    for (const words of ['Qxwords', 'Qxtold', 'Qxside', 'Qxoutcome', 'Qxappeal', 'troll@elsewhere.example'])
      expect(text).toContain(words);
    expect([await stateOf(id), await tracesOf('Qxappeal', 'troll@elsewhere')]).toEqual(['closed passed_on', []]);
    expect(await tracesOf('Qxoutcome')).toEqual(['core.concern_entries']);
  });
});

describe('mail in confidence', () => {
  it('says nothing of it, and operators see no address', async () => {
    await contacts('Bo');
    const id = await raised(VISITOR, { about: troll.handle, contact: 'visitor@elsewhere.example' });
    await tellPerson(ana, id, 'Qxtold', null);
    await sendAll();
    const mails = resend.sent.filter(({ body }) => body.to !== OUTSIDE.email);
    expect(mails).toHaveLength(4);
    // Without links, whose random letters may spell a name.
    const texts = mails.map(({ body }) => JSON.stringify(body).replaceAll(/https?:[^\s"\\]+/g, ''));
    for (const text of texts) expect(text).not.toMatch(/Qxwords|Qxtold|Troll|Raiser|Ana|Bo/);
    expect((await recentMail()).map(({ to }) => to)).toEqual(Array(5).fill(null));
  });

  it('leads a visitor to answers and back, as long as the concern is kept', async () => {
    await contacts('Bo');
    const id = await raised(VISITOR, { contact: 'visitor@elsewhere.example' });
    await sendAll();
    const token = linkToken(FOLLOW_LINK, id);
    expect(resend.lastTo('visitor@elsewhere.example')?.body.text).toContain(`/concern/follow/${token}`);
    await takeStep(ana, id, 'call_raiser', 'Qxcall');
    const page = await followedConcern(token);
    expect(page.entries.map(({ words }) => words)).toEqual(['Qxcall']);
    expect(await answerFollowed(token, form({ intent: 'say', words: 'Qxyes' }))).toEqual({ kind: 'kept' });
    await expect(followedConcern('nonsense')).rejects.toMatchObject({ code: 'not_found' });
    await writerSql()`delete from core.concerns where id = ${id}`;
    await expect(followedConcern(token)).rejects.toMatchObject({ code: 'not_found' });
  });
});
