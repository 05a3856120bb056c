import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writerSql } from '#db/writer.server';
import { type SignedIn, VISITOR } from '~/auth/viewer';
import { asForm } from '~/features/directory/edit-form';
import { INVITED_LINK, inviteSomebody } from '~/features/inviting/invite-somebody.server';
import { apply } from '~/features/welcoming/apply.server';
import { comeInvited } from '~/features/welcoming/come-invited.server';
import { joinByLink } from '~/features/welcoming/confirm.server';
import { newcomerPage, newcomersAtDesk } from '~/features/welcoming/desk.server';
import { editJoinPage, submitJoinTexts } from '~/features/welcoming/edit-join.server';
import { editWelcomePage, submitWelcome } from '~/features/welcoming/edit-welcome.server';
import { joinPage } from '~/features/welcoming/join-page.server';
import { myPath, pathAtHome } from '~/features/welcoming/my-path.server';
import { joinLinkFor } from '~/features/welcoming/renew.server';
import { submitNewcomer } from '~/features/welcoming/submit-newcomer.server';
import { answerVouch, MOST_NAMED, nameSomeone, questionsForMe, whomINamed } from '~/features/welcoming/vouches.server';
import { walk } from '~/features/welcoming/walk.server';
import { linkToken } from '~/lib/one-time-links.server';
import { giveRole, makePerson } from '../../factories/people';
import { asMember } from '../../factories/viewers';
import { useHub } from '../../setup/hub';
import { tracesOf } from '../../setup/traces';

useHub();

const form = (fields: Record<string, string>) => asForm(fields);
let count = 0;

/** Someone with an account who may wake a role. */
async function someone(name: string, role?: 'weaver' | 'steward' | 'operator'): Promise<SignedIn> {
  const email = `${name.toLowerCase()}@example.org`;
  const { id, handle, accountId } = await makePerson({ name }, { 'person.name': 'member' }, { email });
  if (role) {
    await giveRole(accountId, role);
    await writerSql()`
      insert into core.totp_secrets (account_id, secret, confirmed_at) values (${accountId}, 'x', now()) on conflict do nothing`;
  }
  return asMember({ personId: id, accountId: accountId ?? '', handle, name, can: role ? [role] : [] });
}

/** Someone who asked to join and made their account. */
async function newcomer(name: string, more: Partial<Parameters<typeof apply>[0]> = {}): Promise<SignedIn> {
  count += 1;
  const email = `new-${count}@example.org`;
  const asked = {
    kind: 'person' as const,
    groupName: null,
    groupAbout: null,
    groupWebsite: null,
    why: null,
    toldBy: null,
  };
  const asking = { locale: 'en' as const, clientAddress: `10.0.${count}.1`, browserHash: 'x' };
  await apply({ ...asked, ...asking, name, email, ...more });
  const joined = await joinByLink((await joinLinkFor(email))?.split('/').pop() ?? '', null);
  const [row] = await writerSql()<{ id: string; account: string }[]>`
    select person_id as id, id as account from core.accounts where email = ${email}`;
  expect(joined.kind).toBe('joined');
  return asMember({ personId: row?.id ?? '', accountId: row?.account ?? '', name, standing: 'newcomer' });
}
const weaverOf = async ({ personId }: Pick<SignedIn, 'personId'>) =>
  (await writerSql()`select weaver_id as id from core.newcomers where person_id = ${personId}`)[0]?.id ?? null;
const mails = async () =>
  (
    await writerSql()`select about ->> 'news' as news from core.outbox where template = 'welcome-news' order by created_at`
  ).map(({ news }) => news);
const standingOf = async ({ personId }: SignedIn) =>
  (await writerSql()`select standing, joined_on = current_date as today from core.people where id = ${personId}`)[0];

let [first, second, steward, member, operator]: SignedIn[] = [];

beforeAll(async () => {
  const early = await newcomer('Early Bird');
  expect(await weaverOf(early)).toBeNull();
  first = await someone('Weft', 'weaver');
  second = await someone('Warp', 'weaver');
  steward = await someone('Keeper', 'steward');
  operator = await someone('Runner', 'operator');
  member = await someone('Mary');
});
beforeEach(async () => {
  await writerSql()`delete from core.outbox`;
  await writerSql()`delete from core.rate_limits`;
});

describe('newcomers', () => {
  it('are given to weavers in turn, never to who is no weaver while there is one', async () => {
    const given = [];
    for (const name of ['Ash', 'Birch', 'Cedar', 'Dill']) given.push(await weaverOf(await newcomer(name)));
    expect(new Set(given.slice(0, 2))).toEqual(new Set([first?.personId, second?.personId]));
    expect(given.slice(2)).toEqual(given.slice(0, 2));
    expect(await mails()).toEqual(['newcomer', 'newcomer', 'newcomer', 'newcomer']);
  });

  it('are given to a weaver at once too when a member invited them', async () => {
    const wish = { email: 'invited@example.org', name: 'Iris', words: null, locale: 'en' as const };
    await inviteSomebody(member as SignedIn, wish);
    const [row] = await writerSql()<
      { id: string }[]
    >`select id from core.member_invitations where email = ${wish.email}`;
    expect((await comeInvited(linkToken(INVITED_LINK, row?.id ?? ''))).kind).toBe('accepted');
    const [iris] = await writerSql()<{ id: string }[]>`
      select person_id as id from core.accounts where email = ${wish.email}`;
    expect([first?.personId, second?.personId]).toContain(await weaverOf({ personId: iris?.id ?? '' }));
    expect(await mails()).toEqual(['newcomer']);
  });

  it('go to stewards while no weaver’s role can be woken, and stewards alone are told so', async () => {
    const standIn = async (viewer: SignedIn | undefined) => (await newcomersAtDesk(viewer as SignedIn, 'all')).standIn;
    expect(await standIn(steward)).toBe(false);
    const weavers = [first, second].map((each) => each?.accountId ?? '');
    await writerSql()`update core.totp_secrets set confirmed_at = null where account_id = any(${weavers})`;
    expect(await weaverOf(await newcomer('Juniper'))).toBe(steward?.personId);
    expect([await standIn(steward), await standIn(first)]).toEqual([true, false]);
    await writerSql()`update core.totp_secrets set confirmed_at = now() where account_id = any(${weavers})`;
  });

  it('are seen by weavers and stewards, and by nobody else', async () => {
    const fern = await newcomer('Fern', { why: 'The wells', toldBy: 'A friend' });
    for (const viewer of [first, second, steward] as SignedIn[]) {
      expect((await newcomersAtDesk(viewer, 'all')).newcomers.map(({ name }) => name)).toContain('Fern');
      expect(await newcomerPage(viewer, fern.personId)).toMatchObject({
        name: 'Fern',
        why: 'The wells',
        toldBy: 'A friend',
      });
    }
    for (const viewer of [member, operator, fern] as SignedIn[]) {
      await expect(newcomersAtDesk(viewer, 'all')).rejects.toMatchObject({ code: 'not_found' });
      await expect(newcomerPage(viewer, fern.personId)).rejects.toMatchObject({ code: 'not_found' });
      await expect(submitNewcomer(viewer, fern.personId, form({ intent: 'welcome' }))).rejects.toMatchObject({
        code: 'not_found',
      });
    }
    await expect(newcomerPage(steward as SignedIn, (member as SignedIn).personId)).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('are taken over and handed on, and only to who welcomes', async () => {
    const gale = await newcomer('Gale');
    await submitNewcomer(second as SignedIn, gale.personId, form({ intent: 'take' }));
    expect(await weaverOf(gale)).toBe(second?.personId);
    await submitNewcomer(second as SignedIn, gale.personId, form({ intent: 'hand', to: first?.personId ?? '' }));
    expect(await weaverOf(gale)).toBe(first?.personId);
    const refused = await submitNewcomer(
      first as SignedIn,
      gale.personId,
      form({ intent: 'hand', to: member?.personId ?? '' }),
    );
    expect(refused.kind).toBe('refused');
    expect(await weaverOf(gale)).toBe(first?.personId);
  });
});

describe('the welcome', () => {
  it('makes a member of whom still nothing is shown, and deletes what was written; the second of two is told so', async () => {
    const hazel = await newcomer('Hazel', { why: 'Qxwhy', toldBy: 'Qxteller' });
    const id = hazel.personId;
    await submitNewcomer(first as SignedIn, id, form({ intent: 'meeting', meeting: 'Thursday, Qxroom' }));
    expect((await myPath(hazel, 'en')).newcomer).toMatchObject({ meeting: 'Thursday, Qxroom', given: true });
    const answers = await Promise.all(
      [first, second].map((viewer) => submitNewcomer(viewer as SignedIn, id, form({ intent: 'welcome' }))),
    );
    expect(answers.map(({ kind }) => kind).sort()).toEqual(['done', 'refused']);
    expect(await standingOf(hazel)).toEqual({ standing: 'member', today: true });
    expect(await tracesOf('Qxwhy', 'Qxteller', 'Qxroom')).toEqual([]);
    expect(await writerSql()`select 1 from proj_steward.people where person_id = ${id}`).toEqual([]);
    expect((await mails()).filter((news) => news === 'welcomed')).toHaveLength(1);
  });

  it('brings the group that asked along, led by who asked, and not before', async () => {
    const ivy = await newcomer('Ivy', {
      kind: 'group',
      groupName: 'Pond Friends',
      groupAbout: 'Looks after ponds.',
      groupWebsite: 'https://ponds.example.org/',
    });
    expect(await writerSql()`select 1 from core.groups where name = 'Pond Friends'`).toEqual([]);
    await submitNewcomer(first as SignedIn, ivy.personId, form({ intent: 'welcome' }));
    const [group] = await writerSql()`
      select g.standing, g.purpose, g.website, x.leads, exists (select from proj_public.groups p where p.group_id = g.id) as shown
      from core.groups g join core.positions x on x.group_id = g.id and x.person_id = ${ivy.personId} where g.name = 'Pond Friends'`;
    expect(group).toEqual({
      standing: 'member',
      purpose: 'Looks after ponds.',
      website: 'https://ponds.example.org/',
      leads: true,
      shown: true,
    });
  });

  it('may be "not now", with a reason that is read; the newcomer writes again and waits again', async () => {
    const juniper = await newcomer('Juniper', { why: 'Before' });
    const id = juniper.personId;
    expect((await submitNewcomer(first as SignedIn, id, form({ intent: 'not_now', note: ' ' }))).kind).toBe('refused');
    await submitNewcomer(first as SignedIn, id, form({ intent: 'not_now', note: 'Let us talk in spring.' }));
    expect((await myPath(juniper, 'en')).newcomer).toMatchObject({ state: 'not_now', note: 'Let us talk in spring.' });
    const long = 'w'.repeat(3_000);
    expect(await walk(juniper, form({ intent: 'write', why: long }))).toMatchObject({ why: long });
    expect(await walk(juniper, form({ intent: 'write', why: 'It is spring.' }))).toBeNull();
    expect((await myPath(juniper, 'en')).newcomer).toMatchObject({ state: 'waiting', note: null });
    expect((await newcomerPage(first as SignedIn, id)).why).toBe('It is spring.');
  });
});

describe('people who know a newcomer', () => {
  const setWelcome = async (welcome: string) => {
    const { values, base } = await editWelcomePage(operator as SignedIn);
    expect(await submitWelcome(operator as SignedIn, asForm({ ...values, base, welcome }))).toBeNull();
  };

  it('are asked in silence, and their yes lets a weaver welcome', async () => {
    await setWelcome('one_vouch');
    const kale = await newcomer('Kale');
    const id = kale.personId;
    for (const email of ['mary@example.org', 'nobody@example.org', 'mary@example.org']) await nameSomeone(kale, email);
    expect(await whomINamed(kale)).toEqual(['m…@e….org', 'n…@e….org']);
    expect(await tracesOf('nobody@example.org')).toEqual([]);
    expect((await submitNewcomer(first as SignedIn, id, form({ intent: 'welcome' }))).kind).toBe('refused');

    const [question] = await questionsForMe(member as SignedIn);
    expect(question?.name).toBe('Kale');
    expect(await questionsForMe(second as SignedIn)).toEqual([]);
    for (const other of [second, kale] as SignedIn[])
      await expect(answerVouch(other, question?.id ?? '', 'yes')).rejects.toMatchObject({ code: 'not_found' });
    await answerVouch(member as SignedIn, question?.id ?? '', 'yes');
    expect(await questionsForMe(member as SignedIn)).toEqual([]);

    await submitNewcomer(first as SignedIn, id, form({ intent: 'take' }));
    expect((await newcomerPage(first as SignedIn, id)).vouches).toEqual([{ name: 'Mary', answer: 'yes' }]);
    expect((await newcomerPage(steward as SignedIn, id)).vouches).toHaveLength(1);
    expect((await newcomerPage(second as SignedIn, id)).vouches).toBeNull();
    expect((await submitNewcomer(second as SignedIn, id, form({ intent: 'welcome' }))).kind).toBe('done');
    expect(await writerSql()`select 1 from core.vouches`).toEqual([]);
    await setWelcome('conversation');
  });

  it('are a few: nobody tries addresses out', async () => {
    const lark = await newcomer('Lark');
    for (let each = 0; each < MOST_NAMED; each += 1) await nameSomeone(lark, `try-${each}@example.org`);
    await expect(nameSomeone(lark, 'mary@example.org')).rejects.toMatchObject({ code: 'conflict' });
    await expect(nameSomeone(member as SignedIn, 'weft@example.org')).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('the join page', () => {
  it('says what operators write, and how the network welcomes; HTML stays text', async () => {
    const { values, base } = await editJoinPage(operator as SignedIn);
    const write = (more: Record<string, string>) =>
      submitJoinTexts(operator as SignedIn, asForm({ ...values, base, ...more }));
    expect((await joinPage(VISITOR, 'en')).get.html).toContain('<strong>');
    expect(
      await write({
        get_en: '**Qxget** <b>x</b>',
        get_es: '',
        questions_en: '## Why?\nBecause.',
        mailText_en: '{link}',
      }),
    ).toBeNull();
    const page = await joinPage(VISITOR, 'es');
    expect(page.get).toEqual({ html: '<p><strong>Qxget</strong> &lt;b&gt;x&lt;/b&gt;</p>', language: 'en' });
    expect((await joinPage(VISITOR, 'en')).questions.list).toEqual([{ question: 'Why?', html: '<p>Because.</p>' }]);
    expect((await joinPage(VISITOR, 'en')).mail.text).toBe('http://localhost:3000/join');
    expect((await write({ give_en: 'Something else' }))?.conflicts.map(({ field }) => field)).toContain('get_en');
    expect((await write({ give_en: 'x'.repeat(5_000) }))?.kind).toBe('invalid');
    await expect(editJoinPage(member as SignedIn)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('the welcome path', () => {
  it('tells what is done from facts and by hand, and can be put away', async () => {
    const moss = await newcomer('Moss');
    const done = async () => (await myPath(moss, 'en')).steps.filter((step) => step.done).map(({ id }) => id);
    expect(await done()).toEqual([]);
    expect(await pathAtHome(moss, 'en')).toMatchObject({ done: 0, total: 4 });
    await walk(moss, form({ intent: 'tick', step: 'first' }));
    await writerSql()`insert into core.sharing_grants (subject, subject_id, category, audience, policy_sha256, words_sha256)
      values ('person', ${moss.personId}, 'person.name', 'member', (select sha256 from ref.policies where in_force), '')`;
    expect(await done()).toEqual(['sharing', 'first']);
    await walk(moss, form({ intent: 'untick', step: 'first' }));
    expect(await done()).toEqual(['sharing']);
    await expect(walk(moss, form({ intent: 'tick', step: 'no-such-step' }))).rejects.toMatchObject({ code: 'invalid' });
    await walk(moss, form({ intent: 'put-away' }));
    expect(await pathAtHome(moss, 'en')).toBeNull();
    await walk(moss, form({ intent: 'bring-back' }));
    expect(await pathAtHome(moss, 'en')).not.toBeNull();
    expect(await pathAtHome(member as SignedIn, 'en')).toBeNull();
  });

  it('has the steps that operators write; two who write at once are told of each other', async () => {
    const open = async () => {
      const { values, base } = await editWelcomePage(operator as SignedIn);
      return (more: Record<string, string>) =>
        submitWelcome(operator as SignedIn, asForm({ ...values, base, ...more }));
    };
    const [one, other] = [await open(), await open()];
    expect(await one({ label_en_4: 'Say hello', link_4: '/people', order_4: '1', on_4: 'on' })).toBeNull();
    expect((await other({ label_en_0: 'Read it' }))?.kind).toBe('conflict');
    expect((await (await open())({ link_0: 'javascript:alert(1)' }))?.kind).toBe('invalid');
    const moss = await newcomer('Moss the second');
    const { steps } = await myPath(moss, 'es');
    expect(steps.map(({ label }) => label)).toContain('Say hello');
    expect(steps.find(({ label }) => label === 'Say hello')).toMatchObject({ language: 'en', link: '/people' });
    await expect(editWelcomePage(member as SignedIn)).rejects.toMatchObject({ code: 'not_found' });
  });
});
