import { beforeAll, describe, expect, it } from 'vitest';
import { writerSql } from '#db/writer.server';
import { erasePerson } from '~/auth/erase-person.server';
import { entomb } from '~/auth/tombstones.server';
import { deleteRunOut, INVITED_LINK, MEMBER_INVITATION_MAIL } from '~/features/inviting/invite-somebody.server';
import { invitedMail } from '~/features/inviting/invited-mail.server';
import { inviteAddress } from '~/features/joining/invite.server';
import type { MailJob } from '~/lib/mail/registry.server';
import { renderLetter } from '~/lib/mail/render.server';
import { linkToken } from '~/lib/one-time-links.server';
import { command } from '~/sharing/command.server';
import { giveRole, makePerson, SYSTEM } from '../../factories/people';
import { postForm } from '../../setup/forms';
import { useHub } from '../../setup/hub';
import { cookieOf, read, useServed } from '../../setup/served';
import { tracesOf } from '../../setup/traces';

const served = useServed(useHub());
let count = 0;
async function member(name: string, role?: 'steward' | 'weaver' | 'operator') {
  count += 1;
  const email = `inviter-${count}@example.org`;
  const person = await makePerson({ name }, { 'person.name': 'member' }, { email });
  if (role) await giveRole(person.accountId, role);
  return { ...person, email, cookie: await cookieOf(person.accountId ?? '') };
}
type Member = Awaited<ReturnType<typeof member>>;

const GIVEN = { intent: 'invite', name: 'Zrinka Testova', words: 'We met at the weir.', locale: 'en', told: '1' };
const ask = async ({ cookie }: Member, email: string, more: Record<string, string> = {}) => {
  const response = await postForm(
    served.origin(),
    '/invitations',
    new URLSearchParams({ ...GIVEN, email, ...more }),
    cookie,
  );
  return { status: response.status, body: (await response.text()).replaceAll(/nonce="[^"]*"/g, '') };
};
const press = (path: string, intent: string) => postForm(served.origin(), path, new URLSearchParams({ intent }), null);
const page = async (path: string, cookie?: string) => (await read(served.origin(), path, cookie)).body;

/** The newest invitation, its link and the mail that waits. */
async function newest() {
  const [row] = await writerSql()<{ id: string; email: string | null }[]>`
    select id, email from core.member_invitations order by created_at desc limit 1`;
  const [job] = await writerSql()<MailJob[]>`
    select id, about, created_at as "createdAt" from core.outbox where template = ${MEMBER_INVITATION_MAIL} and about ->> 'invitation' = ${row?.id ?? ''}`;
  return { id: row?.id ?? '', job: job as MailJob, path: `/invited/${linkToken(INVITED_LINK, row?.id ?? '')}` };
}

let ada: Member;
let steward: Member;
let weaver: Member;
beforeAll(async () => {
  [ada, steward, weaver] = [
    await member('Ada Asker'),
    await member('Stew Keeper', 'steward'),
    await member('Wea Ver', 'weaver'),
  ];
});

describe('inviting somebody', () => {
  it('answers the same bytes for unknown, known, imported and forgotten addresses, and writes to the unknown one only', async () => {
    await inviteAddress(SYSTEM, { name: 'Imported', email: 'kccc@example.org', source: 'a list' }, 'en');
    await makePerson({ name: 'Known' }, {}, { email: 'kbbb@example.org' });
    await command((unit) => entomb(unit, [{ email: 'kddd@example.org', subjectKey: null }]));
    const seen = [];
    for (const email of ['kaaa@example.org', 'kbbb@example.org', 'kccc@example.org', 'kddd@example.org']) {
      const asker = await member('Same Name');
      const { status, body } = await ask(asker, email);
      const list = await page('/invitations', asker.cookie);
      const alike = (html: string) =>
        html.replaceAll(/[0-9a-f-]{36}/g, 'ID').replaceAll(/\d\d:\d\d:\d\d(\.\d+)?/g, 'TIME');
      const { job } = await newest();
      const mail = await invitedMail(job);
      seen.push({ status, body: alike(body), list: alike(list), written: mail?.to ?? null });
    }
    expect(seen.map(({ written }) => written)).toEqual(['kaaa@example.org', null, null, null]);
    expect(new Set(seen.map(({ status, body, list }) => JSON.stringify([status, body, list]))).size).toBe(1);
    expect(seen[0]?.body).toContain('k…@e….org');
  });

  it('writes one mail, in the words of its inviter, with the same bytes every time and nothing of it in the outbox', async () => {
    expect((await ask(ada, 'zrinka@example.org', { words: 'First line.\n\nSecond line.' })).status).toBe(200);
    const { job, path } = await newest();
    const [first, second] = [await invitedMail(job), await invitedMail(job)];
    const letter = await renderLetter(first as NonNullable<typeof first>);
    expect(letter).toEqual(await renderLetter(second as NonNullable<typeof second>));
    for (const text of ['Hello Zrinka Testova,', 'Ada Asker', 'First line.', 'Second line.', 'No, delete me', path])
      expect(letter.text).toContain(text);
    expect(await writerSql()`select 1 from core.outbox where about::text like '%zrinka%'`).toEqual([]);
  });

  it('is taken back, and its link and its mail with it', async () => {
    await ask(ada, 'withdrawn@example.org');
    const { id, job, path } = await newest();
    const fields = new URLSearchParams({ intent: 'withdraw', id });
    const take = (who: Member) => postForm(served.origin(), '/invitations', fields, who.cookie);
    expect((await take(steward)).status).toBe(409);
    expect((await take(ada)).status).toBe(200);
    expect((await take(ada)).status).toBe(409);
    expect(await invitedMail(job)).toBeNull();
    expect(await page(path)).toContain('There is no invitation at this address');
    expect(await tracesOf('withdrawn@example.org')).toEqual([]);
  });

  it.each([
    ['a@b.org\r\nBcc: c@d.org', {}, 400, 'does not look like an e-mail address'],
    ['nonsense', {}, 400, 'does not look like an e-mail address'],
    ['fine@example.org', { name: '' }, 400, 'Please say what to call this person'],
    ['fine@example.org', { words: 'x'.repeat(10_000) }, 400, '1,000 letters at most'],
    ['fine@example.org', { words: 'See https://bad.example' }, 400, 'leave web addresses out'],
    ['fine@example.org', { told: '' }, 400, ''],
    ['fine@example.org', { email2: 'x' }, 400, ''],
    ['fine@example.org', { intent: 'withdraw' }, 400, ''],
  ])('%j with %j is answered in plain words', async (email, more, status, words) => {
    const answer = await ask(await member('Faulty'), email, more);
    expect(answer.status).toBe(status);
    expect(answer.body).toContain(words);
    expect(await tracesOf('fine@example.org')).toEqual([]);
  });

  it('says so of one’s own address, the same address again, two presses at once, and too many in one day', async () => {
    const asker = await member('Busy Asker');
    expect((await ask(asker, asker.email)).body).toContain('This is your own address');
    const both = await Promise.all([1, 2].map(() => ask(asker, 'twice@example.org')));
    expect(both.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
    expect((await ask(asker, 'TWICE@example.org')).body).toContain('You invited this address on');
    expect(await writerSql()`select 1 from core.member_invitations where email = 'twice@example.org'`).toHaveLength(1);
    for (let at = 0; at < 6; at += 1) await ask(asker, `many-${at}@example.org`);
    expect((await ask(asker, 'eleventh@example.org')).body).toContain('go on tomorrow');
    expect(await tracesOf('eleventh@example.org')).toEqual([]);
  });

  it('writes three times a month to an address at most, and tells nobody', async () => {
    const jobs = [];
    for (const name of ['One', 'Two', 'Three', 'Four']) {
      expect((await ask(await member(name), 'wanted@example.org')).status).toBe(200);
      jobs.push((await newest()).job);
    }
    const mails = await Promise.all(jobs.map((job) => invitedMail(job)));
    expect(mails.map((mail) => mail !== null)).toEqual([true, true, true, false]);
  });

  it('is for members', async () => {
    const newcomer = await makePerson({ name: 'New' }, {}, { email: 'newcomer@example.org', standing: 'newcomer' });
    const cookie = await cookieOf(newcomer.accountId ?? '');
    expect((await ask({ cookie } as Member, 'x@example.org')).status).toBe(403);
    expect((await read(served.origin(), '/invitations')).status).toBe(302);
  });
});

describe('whoever was invited by a member', () => {
  it('accepts, is a newcomer of whom nothing is visible, and nobody vouched for', async () => {
    const [rival] = [await member('Rival Asker')];
    await ask(rival, 'joiner@example.org');
    await ask(ada, 'joiner@example.org', { name: 'Joining Person' });
    const { path } = await newest();
    expect(await page(path)).toContain('Ada Asker invites you');
    const answers = await Promise.all([press(path, 'accept'), press(path, 'accept')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([302, 410]);
    const [person] = await writerSql()<{ id: string; standing: string }[]>`
      select p.id, p.standing from core.people p join core.accounts a on a.person_id = p.id where a.email = 'joiner@example.org'`;
    expect(person?.standing).toBe('newcomer');
    expect(await tracesOf('joiner@example.org')).toEqual(['core.accounts']);
    expect(await page('/invitations', rival.cookie)).toContain('j…@e….org');
    for (const who of [steward, weaver]) {
      expect(await page('/steward/invitations?q=asker', who.cookie)).toContain('Ada Asker');
      expect(await page('/steward/invitations?q=nobody', who.cookie)).not.toContain('Ada Asker');
    }
    for (const who of [ada, await member('Op', 'operator')])
      expect((await read(served.origin(), '/steward/invitations', who.cookie)).status).toBe(404);
    await command((unit) => erasePerson(SYSTEM, unit, person?.id ?? ''));
    expect(await tracesOf(person?.id ?? '', 'Joining Person')).toEqual([]);
  });

  it('is deleted on a no and never written to again; the inviter’s list stays as it was', async () => {
    await ask(ada, 'no.thanks@example.org', { name: 'Declining Person' });
    const { path } = await newest();
    const before = await page('/invitations', ada.cookie);
    expect((await press(path, 'decline')).status).toBe(200);
    expect(await tracesOf('no.thanks@example.org', 'Declining Person')).toEqual([]);
    expect(await page('/invitations', ada.cookie)).toBe(before);
    expect((await ask(ada, 'no.thanks@example.org')).body).toContain('You invited this address on');
    expect((await ask(weaver, 'no.thanks@example.org')).status).toBe(200);
    expect(await invitedMail((await newest()).job)).toBeNull();
    expect((await press(path, 'decline')).status).toBe(410);
  });

  it('finds nothing once seven days are over, or the inviter is no member any more', async () => {
    const leaver = await member('Leaving Asker');
    await ask(leaver, 'left.alone@example.org');
    const { path, job } = await newest();
    await writerSql()`update core.people set standing = 'held' where id = ${leaver.id}`;
    expect([await invitedMail(job), (await press(path, 'accept')).status]).toEqual([null, 410]);
    await command((unit) => erasePerson(SYSTEM, unit, leaver.id));
    expect(await tracesOf('left.alone@example.org')).toEqual([]);
    await ask(ada, 'too.late@example.org');
    await writerSql()`update core.member_invitations set expires_at = now() where email = 'too.late@example.org'`;
    expect((await press((await newest()).path, 'accept')).status).toBe(410);
    await deleteRunOut();
    expect(await tracesOf('too.late@example.org')).toEqual([]);
  });

  it('with an account by now is led to sign in, and keeps nothing of the invitation when they leave', async () => {
    await ask(ada, 'both.ways@example.org');
    const { path } = await newest();
    const own = await makePerson({ name: 'Own' }, {}, { email: 'both.ways@example.org' });
    expect((await press(path, 'accept')).status).toBe(409);
    await ask(weaver, 'both.ways@example.org');
    await command((unit) => erasePerson(SYSTEM, unit, own.id));
    expect(await tracesOf('both.ways@example.org')).toEqual([]);
    expect(await page('/invitations', weaver.cookie)).toContain('b…@e….org');
  });
});
