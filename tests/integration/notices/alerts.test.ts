import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { alertMail } from '~/features/notices/alert-mail.server';
import { alertReach, urgentAlert } from '~/features/notices/alerts.server';
import { alertStep } from '~/features/notices/alerts-page.server';
import { unsubscribe } from '~/features/notices/unsubscribe.server';
import { renderLetter } from '~/lib/mail/render.server';
import { writerSql } from '../../../db/writer.server';
import { makePerson } from '../../factories/people';
import { asMember } from '../../factories/viewers';
import { makeTerms } from '../../factories/vocabularies';
import { useHub } from '../../setup/hub';

useHub();
let water: number;
let soil: number;
let operator: ReturnType<typeof asMember>;
let count = 0;

beforeAll(async () => {
  [water, soil] = (await makeTerms({ interests: ['Clean water', 'Living soil'] })).interests;
  const { id, accountId } = await makePerson({ name: 'Olga' }, {}, { email: 'olga@example.org' });
  operator = asMember({ personId: id, accountId: accountId ?? '', can: ['operator'] });
});
beforeEach(async () => {
  await writerSql()`delete from core.outbox`;
  await writerSql()`delete from core.notice_settings`;
});

const LISMORE = { townId: 2160063 };

/** A member who shows nothing to anyone, and asked for alerts as said. */
async function listener(
  interest: number,
  {
    byInterest = true,
    byPlace = false,
    place = { regionKey: 'AU-02', country: 'AU' },
  }: { byInterest?: boolean; byPlace?: boolean; place?: { regionKey: string; country: string } | typeof LISMORE } = {},
) {
  count += 1;
  const email = `listener-${count}@example.org`;
  const { id, accountId } = await makePerson({ name: 'Ana', interestIds: [interest], ...place }, {}, { email });
  await writerSql()`insert into core.notice_settings (account_id, alerts_by_place, alerts_by_interest)
    values (${accountId ?? ''}, ${byPlace}, ${byInterest})`;
  return { id, accountId: accountId ?? '', email };
}
const alert = (target: Parameters<typeof alertReach>[1], more = {}) => ({
  id: randomUUID() as string,
  title: { en: 'The well is closed', es: 'El pozo está cerrado' },
  text: { en: 'Bring water.\n\nToday.', es: 'Traed agua.' },
  target,
  urgent: false,
  ...more,
});
const jobs = () =>
  writerSql()<{ account: string; about: Record<string, string>; at: string }[]>`
    select about ->> 'account' as account, about, to_char(run_at at time zone 'UTC', 'HH24:MI') as at
    from core.outbox where template = 'urgent-alert' order by 1`;
const NIGHT = new Date('2026-11-24T23:30:00Z');

describe('an urgent alert', () => {
  it.each([
    ['an interest', () => ({ interestId: water })],
    ['a region', () => ({ regionKey: 'AU-02' })],
    ['a country', () => ({ country: 'AU' })],
  ])('reaches those who asked for alerts by %s, and no one else', async (what, target) => {
    const [byInterest, byPlace] = [await listener(water), await listener(soil, { byInterest: false, byPlace: true })];
    await listener(soil);
    const inTown = await listener(soil, { byInterest: false, byPlace: true, place: LISMORE });
    await listener(water, { byInterest: false, place: { regionKey: 'AU-07', country: 'AU' } });
    await urgentAlert(operator, alert(target()), NIGHT);
    const reached = what === 'an interest' ? [byInterest] : [byPlace, inTown];
    expect((await jobs()).map(({ account }) => account)).toEqual(reached.map(({ accountId }) => accountId).sort());
  });

  it('waits for the end of quiet hours unless it is urgent, and goes once however often it is pressed', async () => {
    await listener(water);
    const [calm, urgent] = [alert({ interestId: water }), alert({ interestId: water }, { urgent: true })];
    await urgentAlert(operator, calm, NIGHT);
    await urgentAlert(operator, calm, NIGHT);
    await urgentAlert(operator, urgent, NIGHT);
    expect((await jobs()).map(({ at }) => at).sort()).toEqual(['08:00', '23:30']);
    const [entry] = await writerSql()`select action, subject_key, detail from core.audit order by seq desc limit 1`;
    expect(entry).toEqual({ action: 'alert_sent', subject_key: null, detail: { what: 'interest', urgent: 1 } });
  });

  it('speaks the reader’s language, holds the outbox to ids, and is ended by its link', async () => {
    const { accountId, email } = await listener(water);
    await writerSql()`update core.accounts set locale = 'es' where id = ${accountId}`;
    await urgentAlert(operator, alert({ interestId: water }), NIGHT);
    const about = (await jobs())[0]?.about ?? {};
    expect(Object.keys(about).sort()).toEqual(['account', 'alert']);
    const job = { id: '', about, createdAt: new Date() };
    const mail = await alertMail(job);
    const letter = mail && (await renderLetter(mail));
    expect(letter).toMatchObject({ to: email, subject: 'El pozo está cerrado' });
    expect(letter?.text).toContain('Traed agua.');
    const token = /unsubscribe\/([\w-]{43})/.exec(letter?.headers?.['List-Unsubscribe'] ?? '')?.[1] ?? '';
    await unsubscribe(token, 'this');
    expect(await alertMail(job)).toBeNull();
  });

  it('tells its sender no more than about how many it reaches', async () => {
    for (let n = 0; n < 9; n++) await listener(water);
    expect(await alertReach(operator, { interestId: water })).toEqual({ fewerThan: 10 });
    for (let n = 0; n < 7; n++) await listener(water);
    expect(await alertReach(operator, { interestId: water })).toEqual({ about: 20 });
  });

  it.each([[[]], [['weaver' as const]]])('is nothing for members who are %j', async (can) => {
    const other = { ...operator, roles: new Set(can) };
    await expect(alertReach(other, { interestId: water })).rejects.toMatchObject({ code: 'not_found' });
    await expect(urgentAlert(other, alert({ interestId: water }))).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('the form', () => {
  const form = (more: Record<string, string>) => {
    const data = new FormData();
    const usual = { intent: 'preview', id: randomUUID(), titleEn: 'A', titleEs: 'B', textEn: 'C', textEs: 'D' };
    for (const [key, value] of Object.entries({ ...usual, place: '', interest: '', ...more })) data.set(key, value);
    return data;
  };
  it.each([
    ['a language is missing', { titleEs: ' ', interest: '1' }, ['titleEs']],
    ['it is for nobody', {}, ['place']],
    ['it is for two at once', { place: 'Australia', interest: '1' }, ['place']],
    ['there is no such place', { place: 'Nosuchtown' }, ['place']],
    ['it asks for more', { surprise: 'x', interest: '1' }, ['id']],
  ])('says so when %s', async (_, more, fields) => {
    const result = await alertStep(operator, form(more), 'en');
    expect(result.step === 'faults' && Object.keys(result.faults)).toEqual(fields);
  });
  it('shows before it sends', async () => {
    await listener(water);
    const whole = { interest: String(water) };
    expect(await alertStep(operator, form(whole), 'en')).toMatchObject({ step: 'preview', reach: { fewerThan: 10 } });
    expect(await jobs()).toEqual([]);
    expect(await alertStep(operator, form({ ...whole, intent: 'send' }), 'en')).toEqual({ step: 'sent' });
    expect(await jobs()).toHaveLength(1);
  });
});
