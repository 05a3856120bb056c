import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SignedIn } from '~/auth/viewer';
import {
  acceptProposal,
  objectByLink,
  objectionLink,
  objectToClaim,
  withdrawClaim,
} from '~/features/claims/answer-claim.server';
import { claimGroup, OBJECTION_LINK } from '~/features/claims/claim-group.server';
import { askToRemoveLead, proposeLead, stopLeading } from '~/features/claims/leads.server';
import { leadsPage } from '~/features/claims/leads-page.server';
import { claimPage, claimsAtDesk } from '~/features/claims/read-claims.server';
import { decideClaim, settleDueClaims } from '~/features/claims/settle.server';
import { asForm } from '~/features/directory/edit-form';
import { groupEditPage, saveGroupForm } from '~/features/directory/group-form.server';
import type { FormValues } from '~/lib/forms';
import { linkToken } from '~/lib/one-time-links.server';
import type { Role } from '~/lib/standing';
import { verifyProjections } from '~/sharing/verify.server';
import { writerSql } from '../../../db/writer.server';
import { giveRole, join, makeGroup, makePerson } from '../../factories/people';
import { asMember } from '../../factories/viewers';
import { useHub } from '../../setup/hub';

useHub();

const NAMED = { 'person.name': 'member', 'person.position': 'member' } as const;
let count = 0;
async function member(name: string, can: Role[] = []): Promise<SignedIn> {
  count += 1;
  const person = await makePerson({ name }, NAMED, { email: `someone-${count}@example.org` });
  for (const role of can) await giveRole(person.accountId ?? '', role);
  return asMember({ personId: person.id, accountId: person.accountId ?? '', handle: person.handle, name, can });
}

let weaver: SignedIn;
let operator: SignedIn;
beforeAll(async () => {
  weaver = await member('Wanda Weaver', ['weaver']);
  operator = await member('Olu Operator', ['operator']);
});
beforeEach(async () => {
  await writerSql()`delete from core.outbox`;
  await writerSql()`delete from core.claims`;
});

const WISH = { position: 'Coordinator', evidence: 'Our page names me', words: 'qxsecretxq' };
const listed = (input = {}) =>
  makeGroup({ name: 'Far Group', ...input }, { standing: 'listed', source: 's', sourceId: null });
const stateOf = async (id: string) =>
  (await writerSql()<{ state: string }[]>`select state from core.claims where id = ${id}`)[0]?.state;
const weekPasses = () => writerSql()`update core.claims set waits_from = waits_from - interval '7 days'`;
const leadNames = async (groupId: string) =>
  (
    await writerSql()<{ name: string }[]>`select name from core.people p join core.positions x on x.person_id = p.id
      where x.group_id = ${groupId} and x.leads order by name`
  ).map((row) => row.name);
const mailed = async () =>
  (
    await writerSql()<
      { line: string }[]
    >`select concat_ws(' ', o.template, o.about ->> 'news', s.name) as line from core.outbox o
      left join core.accounts a on a.id::text = o.about ->> 'account' left join core.people s on s.id = a.person_id order by 1`
  ).map((row) => row.line);
const edit = async (viewer: SignedIn, slug: string, change: FormValues) => {
  const { version, base, values } = await groupEditPage(viewer, slug, 'en');
  return saveGroupForm(viewer, slug, asForm({ ...values, version: String(version), base, ...change }), 'en');
};

describe('"this is us"', () => {
  it('is told to those who look after the network and to the group’s own address, waits a week, and makes a member group', async () => {
    const group = await listed({ email: 'hello@far.example' });
    const ana = await member('Ana');
    const id = await claimGroup(ana, group.slug, WISH);
    expect(await mailed()).toEqual([
      'claim-contact',
      'claim-news waiting Ana',
      'claim-news waiting Olu Operator',
      'claim-news waiting Wanda Weaver',
    ]);
    expect(await claimGroup(ana, group.slug, WISH)).toBe(id);
    expect(await settleDueClaims()).toBe(0);
    await weekPasses();
    expect(await Promise.all([settleDueClaims(), settleDueClaims()])).toContain(1);
    expect(await settleDueClaims()).toBe(0);
    expect(await stateOf(id)).toBe('done');
    expect(await leadNames(group.id)).toEqual(['Ana']);
    expect(
      await writerSql()`select standing, last_confirmed_month is not null as confirmed from proj_public.groups where group_id = ${group.id}`,
    ).toEqual([{ standing: 'member', confirmed: true }]);
    expect(await edit(ana, group.slug, { purpose: 'Ours now' })).toBeNull();
    expect(await verifyProjections()).toEqual([]);
  });
  it('is refused for whoever is not welcomed yet, and for a group that somebody leads', async () => {
    const group = await listed();
    const newcomer = { ...(await member('New')), standing: 'newcomer' as const };
    await expect(claimGroup(newcomer, group.slug, WISH)).rejects.toMatchObject({ code: 'forbidden' });
    const joined = await makeGroup({ name: 'Joined' });
    await join(newcomer.personId, joined.id, { leads: true });
    await expect(claimGroup(await member('Ana'), joined.slug, WISH)).rejects.toMatchObject({ code: 'not_found' });
  });
  it('by two people at once waits for a weaver, and each is told', async () => {
    const group = await listed();
    const [ana, bo] = [await member('Ana'), await member('Bo')];
    const [first, second] = await Promise.all([claimGroup(ana, group.slug, WISH), claimGroup(bo, group.slug, WISH)]);
    expect([await stateOf(first), await stateOf(second)]).toEqual(['contested', 'contested']);
    const lines = await mailed();
    for (const line of ['claim-news contested Ana', 'claim-news contested Bo', 'claim-news contested Wanda Weaver'])
      expect(lines).toContain(line);
    await weekPasses();
    expect(await settleDueClaims()).toBe(0);
    await decideClaim(weaver, second, { decision: 'yes', note: 'Both agreed' });
    expect(await leadNames(group.id)).toEqual(['Bo']);
    expect([await stateOf(first), await stateOf(second)]).toEqual(['declined', 'done']);
  });
  it('is objected to once by the link in the mail to the group’s own address', async () => {
    const group = await listed({ email: 'hello@far.example' });
    const id = await claimGroup(await member('Ana'), group.slug, WISH);
    const token = linkToken(OBJECTION_LINK, id);
    expect(await objectionLink(token)).toEqual({ group: 'Far Group', state: 'good' });
    expect(await stateOf(id)).toBe('waiting');
    expect(await Promise.all([objectByLink(token, 'Not us'), objectByLink(token, 'Not us')])).toEqual(
      expect.arrayContaining(['good', 'spent']),
    );
    expect(await stateOf(id)).toBe('contested');
    expect(await objectByLink('x'.repeat(43), null)).toBe('unknown');
    expect((await claimPage(weaver, id, { desk: true })).objections).toMatchObject([{ by: null, words: 'Not us' }]);
    await decideClaim(weaver, id, { decision: 'no', note: null });
    expect(await leadNames(group.id)).toEqual([]);
    expect((await objectionLink(token)).state).toBe('spent');
  });
});

describe('what is said of a claim', () => {
  it('in confidence is read by weavers and by whoever said it', async () => {
    const group = await listed();
    const [ana, stranger] = [await member('Ana'), await member('Stranger')];
    const id = await claimGroup(ana, group.slug, WISH);
    await objectToClaim(operator, id, 'qxdoubtxq');
    const seen = async (viewer: SignedIn, desk: boolean) => JSON.stringify(await claimPage(viewer, id, { desk }));
    expect(await seen(weaver, true)).toMatch(/qxsecretxq.*qxdoubtxq/);
    expect(await seen(ana, false)).toMatch(/qxsecretxq/);
    expect(await seen(ana, false)).not.toMatch(/qxdoubtxq/);
    expect(await seen(operator, true)).toMatch(/qxdoubtxq/);
    expect(await seen(operator, true)).not.toMatch(/qxsecretxq/);
    const absent = { code: 'not_found' };
    await expect(claimPage(stranger, id, { desk: false })).rejects.toMatchObject(absent);
    await expect(claimPage(stranger, id, { desk: true })).rejects.toMatchObject(absent);
    await expect(claimPage(weaver, id, { desk: false })).rejects.toMatchObject(absent);
    await expect(claimPage(ana, 'no-id', { desk: false })).rejects.toMatchObject(absent);
    await expect(claimsAtDesk(ana)).rejects.toMatchObject(absent);
    await expect(objectToClaim(stranger, id, null)).rejects.toMatchObject(absent);
  });
  it('names a lead who is to be removed only to those they show themselves to', async () => {
    const group = await makeGroup({ name: 'Creek Watch' });
    const [ana, cy] = [await member('Ana'), await member('Cy')];
    const hidden = await makePerson({ name: 'Hidden Lead' }, {});
    for (const id of [ana.personId, cy.personId, hidden.id]) await join(id, group.id, { leads: true });
    const id = await askToRemoveLead(ana, group.slug, hidden.id);
    expect(JSON.stringify(await claimPage(cy, id, { desk: false }))).not.toMatch(/Hidden Lead/);
    expect(JSON.stringify(await leadsPage(cy, group.slug))).not.toMatch(/Hidden Lead/);
  });
});

describe('the leads of a group', () => {
  async function ledBy(...names: string[]) {
    const group = await makeGroup({ name: 'Creek Watch' });
    const leads = await Promise.all(names.map((name) => member(name)));
    for (const lead of leads) await join(lead.personId, group.id, { leads: true, title: 'Chair' });
    return { ...group, leads: leads as [SignedIn, SignedIn, SignedIn] };
  }
  const words = { words: null, personValue: null, handover: 'no' as const };

  it('take someone in a week after that person said yes', async () => {
    const { id: groupId, slug, leads } = await ledBy('Ana', 'Bo');
    const cy = await member('Cy Unique');
    const id = (await proposeLead(leads[0], slug, { ...words, person: 'Cy Unique' })) ?? '';
    expect(await mailed()).toEqual(['claim-news proposed Cy Unique']);
    await weekPasses();
    expect(await settleDueClaims()).toBe(0);
    await expect(acceptProposal(leads[1], id)).rejects.toMatchObject({ code: 'not_found' });
    await acceptProposal(cy, id);
    expect((await mailed()).filter((line) => line.includes('waiting'))).toHaveLength(3);
    await weekPasses();
    expect(await settleDueClaims()).toBe(1);
    expect(await leadNames(groupId)).toEqual(['Ana', 'Bo', 'Cy Unique']);
  });
  it.each([
    ['nobody', 'No Such Person'],
    ['someone who is not shown to the one who asks', 'Unseen Person'],
    ['a name that several people have', 'Double Name'],
    ['oneself', 'Ana'],
  ])('propose nobody when they name %s', async (_, person) => {
    const { slug, leads } = await ledBy('Ana');
    await makePerson({ name: 'Unseen Person' }, {});
    await makePerson({ name: 'Double Name' }, NAMED);
    await makePerson({ name: 'Double Name' }, NAMED);
    expect(await proposeLead(leads[0], slug, { ...words, person })).toBeNull();
  });
  it('hand over, and keep their place in the group', async () => {
    const { id: groupId, slug, leads } = await ledBy('Ana');
    const bo = await member('Bo');
    const id = (await proposeLead(leads[0], slug, { ...words, person: bo.handle, handover: 'yes' })) ?? '';
    await acceptProposal(bo, id);
    await weekPasses();
    await settleDueClaims();
    expect(await leadNames(groupId)).toEqual(['Bo']);
    expect(await writerSql()`select title, leads from core.positions where person_id = ${leads[0].personId}`).toEqual([
      { title: 'Chair', leads: false },
    ]);
  });
  it('stop at once while others lead, and hand over when nobody else does', async () => {
    const { id: groupId, slug, leads } = await ledBy('Ana', 'Bo');
    await stopLeading(leads[0], slug);
    expect(await leadNames(groupId)).toEqual(['Bo']);
    expect(await mailed()).toContain('claim-news done Bo');
    await expect(stopLeading(leads[1], slug)).rejects.toMatchObject({ code: 'conflict' });
    await expect(stopLeading(leads[0], slug)).rejects.toMatchObject({ code: 'not_found' });
  });
  it('object, and then nobody edits the group until a weaver has decided; nothing that was written is lost', async () => {
    const { id: groupId, slug, leads } = await ledBy('Ana', 'Bo');
    const id = await askToRemoveLead(leads[0], slug, leads[1].personId);
    expect(await edit(leads[1], slug, { purpose: 'Still leading' })).toBeNull();
    await objectToClaim(leads[1], id, null);
    for (const lead of leads) {
      expect(await edit(lead, slug, { purpose: 'Mine' })).toMatchObject({
        kind: 'frozen',
        values: { purpose: 'Mine' },
      });
      expect(await groupEditPage(lead, slug, 'en')).toMatchObject({
        frozen: true,
        values: { purpose: 'Still leading' },
      });
    }
    await weekPasses();
    expect(await settleDueClaims()).toBe(0);
    await expect(decideClaim(operator, id, { decision: 'yes', note: null })).rejects.toMatchObject({
      code: 'not_found',
    });
    await decideClaim(weaver, id, { decision: 'yes', note: null });
    await expect(decideClaim(weaver, id, { decision: 'no', note: null })).rejects.toMatchObject({ code: 'conflict' });
    expect(await leadNames(groupId)).toEqual(['Ana']);
    expect(await edit(leads[0], slug, { purpose: 'Mine' })).toBeNull();
    await expect(edit(leads[1], slug, { purpose: 'Mine' })).rejects.toMatchObject({ code: 'not_found' });
  });
  it('asked for by someone who no longer leads come to nothing', async () => {
    const { id: groupId, slug, leads } = await ledBy('Ana', 'Bo', 'Cy');
    const id = await askToRemoveLead(leads[0], slug, leads[1].personId);
    await stopLeading(leads[0], slug);
    await weekPasses();
    await settleDueClaims();
    expect(await stateOf(id)).toBe('lapsed');
    expect(await leadNames(groupId)).toEqual(['Bo', 'Cy']);
  });
  it('take back what they asked for, and nobody else does', async () => {
    const { slug, leads } = await ledBy('Ana', 'Bo');
    const id = await askToRemoveLead(leads[0], slug, leads[1].personId);
    await expect(withdrawClaim(leads[1], id)).rejects.toMatchObject({ code: 'not_found' });
    await withdrawClaim(leads[0], id);
    await expect(objectToClaim(leads[1], id, null)).rejects.toMatchObject({ code: 'conflict' });
  });
  it('are no business of whoever does not lead the group', async () => {
    const { slug, leads } = await ledBy('Ana');
    const stranger = await member('Stranger');
    const person = leads[0].personId;
    await expect(leadsPage(stranger, slug)).rejects.toMatchObject({ code: 'not_found' });
    await expect(askToRemoveLead(stranger, slug, person)).rejects.toMatchObject({ code: 'not_found' });
    await expect(proposeLead(stranger, slug, { ...words, person: stranger.handle })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

it('a weaver who asks for the same group leaves it to another weaver', async () => {
  const group = await listed();
  const second = await member('Second Weaver', ['weaver']);
  const mine = await claimGroup(second, group.slug, WISH);
  const theirs = await claimGroup(await member('Ana'), group.slug, WISH);
  for (const id of [mine, theirs])
    await expect(decideClaim(second, id, { decision: 'yes', note: null })).rejects.toMatchObject({ code: 'conflict' });
  await decideClaim(weaver, theirs, { decision: 'yes', note: null });
  expect(await leadNames(group.id)).toEqual(['Ana']);
});
