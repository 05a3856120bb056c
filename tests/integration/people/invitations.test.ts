import { beforeAll, describe, expect, it } from 'vitest';
import { writerSql } from '#db/writer.server';
import { erasePerson } from '~/auth/erase-person.server';
import { invitationAddresses, invitationMail } from '~/features/joining/invitation-mail.server';
import { invitationUrl } from '~/features/joining/invitation-tokens.server';
import { invite, inviteAddress } from '~/features/joining/invite.server';
import type { MailJob } from '~/lib/mail/registry.server';
import { renderLetter } from '~/lib/mail/render.server';
import { command } from '~/sharing/command.server';
import { COMMANDS } from '../../../scripts/hub/commands';
import { giveRole, makePerson, SYSTEM } from '../../factories/people';
import { asMember } from '../../factories/viewers';
import { postForm } from '../../setup/forms';
import { useHub } from '../../setup/hub';
import { cookieOf, read, useServed } from '../../setup/served';
import { tracesOf } from '../../setup/traces';

const served = useServed(useHub());
let steward: string;
let operator: string;

beforeAll(async () => {
  const signedIn = async (name: string, role: 'steward' | 'operator') => {
    const { accountId } = await makePerson({ name }, {}, { email: `${name}@example.org` });
    await giveRole(accountId ?? '', role);
    return cookieOf(accountId ?? '');
  };
  steward = await signedIn('keeper', 'steward');
  operator = await signedIn('runner', 'operator');
});

const GIVEN = { source: 'the sign-up sheet of the river walk' };

/** Invites a new address; the path of its link, and the mail that waits. */
async function invited(name: string, locale: 'en' | 'es' = 'en') {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@example.org`;
  expect(await inviteAddress(SYSTEM, { ...GIVEN, name, email }, locale)).toEqual({ kind: 'invited', name });
  const [row] = await writerSql()<{ id: string; personId: string }[]>`
    select v.id, v.person_id as "personId" from core.invitations v join core.imported_people i on i.person_id = v.person_id where i.email = ${email}`;
  const [job] = await writerSql()<MailJob[]>`
    select id, about, created_at as "createdAt" from core.outbox where about ->> 'invitation' = ${row?.id ?? ''}`;
  return {
    email,
    ...(row as { id: string; personId: string }),
    path: new URL(invitationUrl(row?.id ?? '')).pathname,
    job: job as MailJob,
  };
}

const press = (path: string, intent: string) => postForm(served.origin(), path, new URLSearchParams({ intent }), null);
const page = async (path: string) => (await read(served.origin(), path)).body;
const hub = async (...args: string[]) => {
  const said: string[] = [];
  await COMMANDS['sign-in-link']?.run(args, (line) => said.push(line));
  return said.join('\n');
};

describe('the mail of an invitation', () => {
  it('says who asks, where the address is from and how to be deleted, with the same bytes every time', async () => {
    const { job, email, path } = await invited('Leofwine Marsh');
    const [first, second] = [await invitationMail(job), await invitationMail(job)];
    const letter = await renderLetter(first as NonNullable<typeof first>);
    expect(letter).toEqual(await renderLetter(second as NonNullable<typeof second>));
    expect(letter.to).toBe(email);
    expect(letter.text).toContain('Hello Leofwine Marsh,');
    expect(letter.text).toContain('Where we have your address from: the sign-up sheet of the river walk');
    expect(letter.text).toContain('No, delete me');
    expect(letter.text).toContain(path);
    expect(
      await writerSql()`select 1 from core.outbox where about::text like ${`%${email}%`} or about::text ilike '%leofwine%'`,
    ).toEqual([]);
    expect([...(await invitationAddresses([job])).values()]).toEqual([email]);
  });

  it('is Spanish for who speaks Spanish and no English', async () => {
    const { job, personId } = await invited('Nuria Vado');
    await writerSql()`insert into ref.languages (code, name) values ('es', 'Español') on conflict do nothing`;
    await writerSql()`update core.invitations set locale = 'es' where person_id = ${personId}`;
    const mail = await invitationMail(job);
    expect((await renderLetter(mail as NonNullable<typeof mail>)).text).toContain('Hola, Nuria Vado:');
  });

  it('is not sent to whoever has gone, joined otherwise, or whose time is over', async () => {
    const [gone, joined, late] = [
      await invited('Gone Before'),
      await invited('Joined Otherwise'),
      await invited('Late Reader'),
    ];
    await command((unit) => erasePerson(SYSTEM, unit, gone.personId));
    await makePerson({ name: 'Joined' }, {}, { email: joined.email });
    await writerSql()`update core.invitations set expires_at = now() where id = ${late.id}`;
    for (const { job } of [gone, joined, late]) expect(await invitationMail(job)).toBeNull();
  });

  it('never shows its link to operators', async () => {
    const { path } = await invited('Masked Reader');
    const mail = await page('/operate/mail').then(() => read(served.origin(), '/operate/mail', operator));
    expect(mail.body).toContain('m…@e….org');
    expect(mail.body).not.toContain(path);
    expect(mail.body).not.toContain('masked.reader');
  });
});

describe('an invitation', () => {
  it('is opened without any change, and tells what is known', async () => {
    const { path, email } = await invited('Opened Twice');
    await page(path);
    const body = await page(path);
    for (const text of ['You are invited', 'Opened Twice', 'the sign-up sheet of the river walk', 'No, delete me'])
      expect(body).toContain(text);
    expect(body).not.toContain(email);
    expect(await tracesOf(email)).toEqual(['core.imported_people']);
  });

  it('makes a member of whom nothing is visible, signs in and leads to the choices', async () => {
    const { path, email, personId } = await invited('Accepting Person');
    const response = await press(path, 'accept');
    expect([response.status, response.headers.get('location')]).toEqual([302, '/settings/sharing']);
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect((await read(served.origin(), '/settings/sharing', cookie)).status).toBe(200);
    const [person] = await writerSql()`
      select p.standing, p.joined_on = current_date as today, a.email from core.people p join core.accounts a on a.person_id = p.id where p.id = ${personId}`;
    expect(person).toEqual({ standing: 'member', today: true, email });
    for (const audience of ['public', 'member', 'weaver', 'steward'])
      expect(await writerSql().unsafe(`select 1 from proj_${audience}.people where person_id = '${personId}'`)).toEqual(
        [],
      );
    expect(await page(path)).toContain('There is no invitation at this address');
    expect((await press(path, 'accept')).status).toBe(410);
  });

  it('is accepted once by two presses at once', async () => {
    const { path, email } = await invited('Pressed Twice');
    const answers = await Promise.all([press(path, 'accept'), press(path, 'accept'), press(path, 'accept')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([302, 410, 410]);
    expect(await writerSql()`select 1 from core.accounts where email = ${email}`).toHaveLength(1);
  });

  it('deletes at once whoever says no, and they cannot be imported or invited again', async () => {
    const { path, email, personId } = await invited('Declining Person');
    const response = await press(path, 'decline');
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('You are deleted');
    expect(await tracesOf(email, personId, 'Declining Person')).toEqual([]);
    expect(await inviteAddress(SYSTEM, { ...GIVEN, name: 'Again', email }, 'en')).toEqual({ kind: 'known' });
    expect((await press(path, 'decline')).status).toBe(410);
  });

  it('can be declined when it is too late to accept it', async () => {
    const { path, id, email } = await invited('Late Person');
    await writerSql()`update core.invitations set expires_at = now() where id = ${id}`;
    expect(await page(path)).toContain('This invitation has run out');
    expect((await press(path, 'accept')).status).toBe(410);
    expect((await press(path, 'decline')).status).toBe(200);
    expect(await tracesOf(email)).toEqual([]);
  });

  it('tells who has an account by now to sign in, and what was imported beside it goes', async () => {
    const { path, email, personId } = await invited('Twofold Person');
    const own = await makePerson({ name: 'Own Account' }, {}, { email });
    expect(await page(path)).toContain('You have an account already');
    expect((await press(path, 'accept')).status).toBe(409);
    expect(await tracesOf(personId)).toEqual([]);
    expect(await tracesOf(own.id)).not.toEqual([]);
  });

  it.each(['accept', 'decline'])('that nobody made cannot be answered by %s', async (intent) => {
    for (const token of ['x', 'A'.repeat(43)]) expect((await press(`/invitation/${token}`, intent)).status).toBe(410);
    expect((await press('/invitation/x', 'something')).status).toBe(400);
  });
});

describe('inviting', () => {
  it('happens once per person: a second wish tells when it was', async () => {
    const { personId } = await invited('Once Only');
    expect(await invite(SYSTEM, personId, 'en')).toEqual({
      kind: 'already',
      name: 'Once Only',
      since: expect.stringMatching(/^\d{4}-/),
    });
    const [both] = [
      await Promise.all(
        [1, 2].map(() => inviteAddress(SYSTEM, { ...GIVEN, name: 'At Once', email: 'at.once@example.org' }, 'en')),
      ),
    ];
    expect(both.map(({ kind }) => kind).sort()).toEqual(['invited', 'known']);
  });

  it('is for stewards', async () => {
    const { personId } = await invited('Not Yours');
    await expect(invite(asMember({ can: ['operator', 'weaver'] }), personId, 'en')).rejects.toMatchObject({
      code: 'not_found',
    });
    const fields = new URLSearchParams({ intent: 'invite', personId });
    for (const path of ['/steward/imported', '/steward/import'])
      expect((await postForm(served.origin(), path, fields, operator)).status).toBe(404);
  });

  it.each([
    [{ name: '', email: 'a@b.org', source: 'x' }, 400, 'Please say what to call this person'],
    [{ name: 'A', email: 'nonsense', source: 'x' }, 400, 'This does not look like an e-mail address'],
    [{ name: 'A', email: 'a@b.org', source: '' }, 400, 'Please say where the address comes from'],
    [{ name: 'A', email: 'runner@example.org', source: 'x' }, 409, 'already known, or its owner asked not to be here'],
  ])('%j is answered in plain words', async (given, status, words) => {
    const fields = new URLSearchParams({ intent: 'invite-new', ...given });
    const response = await postForm(served.origin(), '/steward/imported', fields, steward);
    expect(response.status).toBe(status);
    expect(await response.text()).toContain(words);
  });

  it('finds people in the list, by name and by state', async () => {
    await invited('Findable Person');
    const list = async (query: string) => (await read(served.origin(), `/steward/imported?${query}`, steward)).body;
    expect(await list('q=findable')).toContain('Findable Person');
    expect(await list('q=findable&state=invited')).toContain('Invited on');
    expect(await list('q=findable&state=not_invited')).toContain('Nobody here fits this search');
    expect(await list('q=%25&after=nobody-9&state=x')).toContain('Nobody here fits this search');
  });

  it('deletes a record on a steward’s press, and says when it is gone already', async () => {
    const { personId, email } = await invited('Erased Record');
    const fields = new URLSearchParams({ intent: 'erase', personId });
    const erase = () => postForm(served.origin(), '/steward/imported', fields, steward);
    expect((await erase()).status).toBe(200);
    expect(await tracesOf(email)).toEqual([]);
    expect((await erase()).status).toBe(409);
  });
});

describe('hub sign-in-link', () => {
  it('prints the invitation of an address that has no account yet, and invites nobody', async () => {
    const { email, path } = await invited('By The Console');
    await writerSql()`update core.invitations set token_hash = 'made with another secret' where token_hash like '%' and id = (select v.id from core.invitations v join core.imported_people i on i.person_id = v.person_id where i.email = ${email})`;
    expect(await hub(email)).toMatch(new RegExp(`${path}$`));
    expect(await page(path)).toContain('You are invited');
    await expect(hub('nobody.at.all@example.org')).rejects.toThrow('No account has the address');
    await writerSql()`delete from core.invitations where token_hash is not null`;
    await expect(hub(email)).rejects.toThrow('is not invited yet');
  });
});

describe('the page of the import', () => {
  const csv = (text: string) => new File([text], 'list.csv', { type: 'text/csv' });
  async function upload(intent: string, file: File | null, more: Record<string, string> = {}) {
    const form = new FormData();
    for (const [name, value] of Object.entries({ intent, source: 'the list of a test', ...more }))
      form.set(name, value);
    if (file) form.set('file', file);
    const headers = { origin: served.origin(), 'sec-fetch-site': 'same-origin', cookie: steward };
    const response = await fetch(`${served.origin()}/steward/import`, { method: 'POST', body: form, headers });
    return { status: response.status, body: await response.text() };
  }

  it('tries, corrects a column, imports and takes back', async () => {
    const file = csv('Wer,Post\nUploaded Person,uploaded@example.org\nKnown,runner@example.org\n');
    expect((await upload('try', file)).body).toContain('No column looks like the e-mail address');
    const map = { column: 'Post', field: 'email' };
    expect((await upload('try', file, map)).body).toContain('no name');
    const named = csv('Name,Mail\nUploaded Person,uploaded@example.org\nKnown,runner@example.org\n');
    const tried = await upload('try', named);
    expect(tried.body).toContain('2 rows: 1 created, 0 changed, 1 skipped');
    expect(await tracesOf('uploaded@example.org')).toEqual([]);
    // The page brings the file along, and the hub keeps nothing of it.
    const carried = Object.fromEntries(
      ['carried', 'carriedName'].map((name) => [
        name,
        new RegExp(`name="${name}" value="([^"]+)"`).exec(tried.body)?.[1] ?? '',
      ]),
    );
    expect(carried.carriedName).toBe('list.csv');
    expect(await writerSql()`select 1 from core.import_files`).toHaveLength(0);
    const done = await upload('import', null, carried);
    expect(done.body).toContain('already known, or asked not to be here');
    const run = /name="run" value="([^"]+)"/.exec(done.body)?.[1] ?? '';
    expect((await upload('undo', null, { run })).body).toContain('1 person was taken back');
    expect(await tracesOf('uploaded@example.org')).toEqual([]);
  });

  it.each([
    ['import', null, {}, 400, 'Please choose a CSV file'],
    ['import', csv('name,email\nA,a@b.org\n'), { source: ' ' }, 400, 'Please say where the address comes from'],
    ['import', csv('PK\u0003\u0004'), {}, 400, 'CSV'],
    ['import', csv(`name,email\n${'A,a@b.org\n'.repeat(2001)}`), {}, 400, '2001 rows, and 2000'],
    ['import', null, { carried: 'bm90IG91cnM=' }, 400, ''],
    ['undo', null, { run: 'nonsense' }, 404, 'no such'],
    ['nonsense', null, {}, 400, ''],
  ])('%s with %s and %j: %i', async (intent, file, more, status, words) => {
    const answer = await upload(intent, file, more);
    expect(answer.status).toBe(status);
    if (status !== 404) expect(answer.body).toContain(words);
  });
});
