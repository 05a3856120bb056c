import { beforeAll, beforeEach, expect, it } from 'vitest';
import { erasePerson } from '~/auth/erase-person.server';
import { type SignedIn, VISITOR } from '~/auth/viewer';
import { objectToClaim } from '~/features/claims/answer-claim.server';
import { claimGroup } from '~/features/claims/claim-group.server';
import { claimableGroup, groupsWithoutLead, listedGroup, whoSpeaks } from '~/features/claims/group-claims.server';
import { claimPage } from '~/features/claims/read-claims.server';
import { decideClaim, settleDueClaims } from '~/features/claims/settle.server';
import type { Role } from '~/lib/standing';
import { command } from '~/sharing/command.server';
import { writerSql } from '../../../db/writer.server';
import { giveRole, join, makeGroup, makePerson, SYSTEM } from '../../factories/people';
import { asMember } from '../../factories/viewers';
import { useHub } from '../../setup/hub';

useHub();

const WISH = { position: 'Coordinator', evidence: 'Our page names me', words: 'qxsecretxq' };
const ABSENT = { code: 'not_found' };
let count = 0;
async function member(name: string, can: Role[] = []): Promise<SignedIn> {
  count += 1;
  const person = await makePerson({ name }, { 'person.name': 'member' }, { email: `someone-${count}@example.org` });
  for (const role of can) await giveRole(person.accountId ?? '', role);
  return asMember({ personId: person.id, accountId: person.accountId ?? '', name, can });
}

let [ana, bo, stranger, weaver]: SignedIn[] = [];
let group: { id: string; slug: string };
const atDesk = async () =>
  (await groupsWithoutLead(weaver as SignedIn)).groups.filter(({ slug }) => slug === group.slug);
const state = async (id: string) =>
  (await writerSql()<{ state: string }[]>`select state from core.claims where id = ${id}`)[0]?.state;
const told = async (id: string) =>
  (
    await writerSql()<
      { name: string }[]
    >`select s.name from core.outbox o join core.accounts a on a.id::text = o.about ->> 'account'
      join core.people s on s.id = a.person_id where o.about ->> 'claim' = ${id} order by 1`
  ).map(({ name }) => name);
const leads = async () =>
  (
    await writerSql()<{ name: string }[]>`select name from core.people p join core.positions x on x.person_id = p.id
      where x.group_id = ${group.id} and x.leads`
  ).map(({ name }) => name);

beforeAll(async () => {
  weaver = await member('Wanda', ['weaver']);
  stranger = await member('Stranger');
});
/** A member group with Ana and Bo in it, whose only lead has deleted themselves. */
beforeEach(async () => {
  await writerSql()`delete from core.outbox`;
  group = await makeGroup(
    { name: `Creek Watch ${count}`, email: 'hello@creek.example' },
    {},
    { 'group.contact': 'member' },
  );
  [ana, bo] = [await member('Ana'), await member('Bo')];
  const lead = await member('Lead');
  for (const each of [ana, bo]) await join(each.personId, group.id, {});
  await join(lead.personId, group.id, { leads: true });
  await expect(claimGroup(ana as SignedIn, group.slug, WISH)).rejects.toMatchObject(ABSENT);
  expect(await atDesk()).toEqual([]);
  await command((unit) => erasePerson(SYSTEM, unit, lead.personId));
});

it('a group without a lead is known as one to members and at the desk, and to nobody else', async () => {
  const speaks = (viewer: Parameters<typeof whoSpeaks>[0]) => whoSpeaks(viewer, group.slug, { led: false });
  expect(await speaks(stranger as SignedIn)).toEqual({ listed: false, leaderless: true, claim: null });
  const newcomer = { ...(stranger as SignedIn), standing: 'newcomer' as const };
  for (const viewer of [VISITOR, newcomer])
    expect(await speaks(viewer)).toEqual({ listed: false, leaderless: false, claim: null });
  await expect(claimableGroup(newcomer, group.slug)).rejects.toMatchObject(ABSENT);
  await expect(listedGroup(stranger as SignedIn, group.slug)).rejects.toMatchObject(ABSENT);
  expect(await atDesk()).toHaveLength(1);
  await expect(groupsWithoutLead(ana as SignedIn)).rejects.toMatchObject(ABSENT);
});

it('someone from it leads it after a week in which everyone who belongs to it was told', async () => {
  const id = await claimGroup(ana as SignedIn, group.slug, WISH);
  expect(await told(id)).toEqual(['Ana', 'Bo', 'Wanda']);
  const mails = await writerSql()<{ template: string }[]>`select template from core.outbox`;
  expect(mails.map(({ template }) => template)).not.toContain('claim-contact');
  expect(await whoSpeaks(ana as SignedIn, group.slug, { led: false })).toMatchObject({ claim: id });
  await join((stranger as SignedIn).personId, group.id, {});
  await expect(claimPage(stranger as SignedIn, id, { desk: false })).rejects.toMatchObject(ABSENT);
  await expect(objectToClaim(stranger as SignedIn, id, null)).rejects.toMatchObject(ABSENT);
  const seen = await claimPage(bo as SignedIn, id, { desk: false });
  expect(seen).toMatchObject({ person: 'Ana', position: 'Coordinator', mayObject: true, words: null });
  expect(await settleDueClaims()).toBe(0);
  await writerSql()`update core.claims set waits_from = waits_from - interval '7 days'`;
  expect(await settleDueClaims()).toBe(1);
  expect([await state(id), await leads()]).toEqual(['done', ['Ana']]);
  expect(await told(id)).toEqual(['Ana', 'Ana', 'Bo', 'Bo', 'Wanda']);
  expect(await atDesk()).toEqual([]);
  await expect(claimGroup(stranger as SignedIn, group.slug, WISH)).rejects.toMatchObject(ABSENT);
});

it('someone who belongs to it objects, and a weaver who does not settles it', async () => {
  const id = await claimGroup(stranger as SignedIn, group.slug, WISH);
  await objectToClaim(bo as SignedIn, id, 'We do not know them');
  expect(await state(id)).toBe('contested');
  await writerSql()`update core.claims set waits_from = waits_from - interval '7 days'`;
  expect(await settleDueClaims()).toBe(0);
  await decideClaim(weaver as SignedIn, id, { decision: 'no', note: null });
  expect(await leads()).toEqual([]);
});
