import { beforeEach, describe, expect, it } from 'vitest';
import { confirmGroup, confirmMine, groupFreshness, myFreshness } from '~/features/freshness/confirm.server';
import { markQuietGroups } from '~/features/freshness/quiet-groups.server';
import {
  chooseReminder,
  REMINDER_LINK,
  reminderLink,
  sendYearlyReminders,
  switchOffByLink,
  wantsReminder,
} from '~/features/freshness/reminders.server';
import { linkToken } from '~/lib/one-time-links.server';
import { verifyProjections } from '~/sharing/verify.server';
import { writerSql } from '../../../db/writer.server';
import { join, makeGroup, makePerson } from '../../factories/people';
import { asMember } from '../../factories/viewers';
import { useHub } from '../../setup/hub';

useHub();
let count = 0;
const NOW = new Date();
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const iso = (date: Date) => date.toISOString().slice(0, 10);

async function member(confirmed: number | null, joined = 2000) {
  count += 1;
  const person = await makePerson(
    { name: 'Ana' },
    { 'person.name': 'member', 'person.last_confirmed': 'member' },
    {
      email: `ana-${count}@example.org`,
      joinedOn: iso(daysAgo(joined)),
      lastConfirmedOn: confirmed === null ? null : iso(daysAgo(confirmed)),
    },
  );
  return asMember({ personId: person.id, accountId: person.accountId ?? '', handle: person.handle });
}
const mails = () =>
  writerSql()`select about ->> 'account' as account from core.outbox where template = 'yearly-reminder'`;

beforeEach(async () => {
  await writerSql()`delete from core.outbox`;
  await writerSql()`update core.people set last_confirmed_on = current_date`;
  await writerSql()`update core.groups set last_confirmed_on = current_date`;
});

describe('"everything still right"', () => {
  it('confirms one’s own entry for those who may see when', async () => {
    const ana = await member(400);
    expect(await myFreshness(ana)).toMatchObject({ due: true, recent: false });
    await confirmMine(ana);
    expect(await myFreshness(ana)).toMatchObject({ due: false, recent: true, confirmedOn: iso(new Date()) });
    const [row] =
      await writerSql()`select last_confirmed_month::text as month from proj_member.people where person_id = ${ana.personId}`;
    expect(row?.month).toBe(`${iso(new Date()).slice(0, 7)}-01`);
  });
  it('wakes a quiet group, for those who lead it only', async () => {
    const group = await makeGroup({ name: 'Quiet' }, { listedOn: '2019-01-01', lastConfirmedOn: '2020-01-01' });
    const ana = await member(1);
    await join(ana.personId, group.id, { leads: true });
    await markQuietGroups({ kind: 'system', reason: 'clock' });
    expect(await groupFreshness(ana, group.slug)).toMatchObject({ due: true });
    await expect(confirmGroup(await member(1), group.slug)).rejects.toMatchObject({ code: 'not_found' });
    await confirmGroup(ana, group.slug);
    expect(await writerSql()`select quiet_since from proj_public.groups where group_id = ${group.id}`).toEqual([
      { quiet_since: null },
    ]);
    expect(await groupFreshness(await member(1), group.slug)).toBeNull();
    expect(await verifyProjections()).toEqual([]);
  });
});

describe('the yearly question', () => {
  it.each<[string, number | null, number, number]>([
    ['confirmed a year ago', 366, 2000, 1],
    ['confirmed last month', 30, 2000, 0],
    ['never confirmed, here for long', null, 800, 1],
    ['never confirmed, new here', null, 20, 0],
  ])('to someone who %s', async (_, confirmed, joined, sent) => {
    await member(confirmed, joined);
    expect(await sendYearlyReminders(NOW)).toBe(sent);
  });
  it('comes once a year at most, also from two processes and after a long time down', async () => {
    const ana = await member(500);
    expect((await Promise.all([sendYearlyReminders(NOW), sendYearlyReminders(NOW)])).sort()).toEqual([0, 1]);
    expect(await sendYearlyReminders(daysAgo(-364))).toBe(0);
    expect(await mails()).toEqual([{ account: ana.accountId }]);
    await writerSql()`update core.people set last_confirmed_on = current_date where id <> ${ana.personId}`;
    await writerSql()`update core.reminders set last_on = last_on - 366`;
    expect(await sendYearlyReminders(NOW)).toBe(1);
  });
  it('comes to a lead whose group nobody confirmed', async () => {
    const ana = await member(1);
    const group = await makeGroup({ name: 'Old' }, { listedOn: '2019-01-01', lastConfirmedOn: iso(daysAgo(400)) });
    await join(ana.personId, group.id, { leads: true });
    expect(await sendYearlyReminders(NOW)).toBe(1);
  });
  it('is switched off by the link in it, and on and off in the settings', async () => {
    const ana = await member(500);
    await sendYearlyReminders(NOW);
    const token = linkToken(REMINDER_LINK, ana.personId);
    expect(await reminderLink(token)).toBe('good');
    expect(await wantsReminder(ana)).toBe(true);
    expect(await switchOffByLink(token)).toBe(true);
    expect(await wantsReminder(ana)).toBe(false);
    await writerSql()`update core.reminders set last_on = last_on - 800`;
    expect(await sendYearlyReminders(NOW)).toBe(0);
    await chooseReminder(ana, true);
    expect(await wantsReminder(ana)).toBe(true);
    expect(await switchOffByLink('x'.repeat(43))).toBe(false);
    expect(await reminderLink('no')).toBe('unknown');
  });
});
