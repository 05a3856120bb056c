import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { erasePeople } from '~/auth/erase-people.server';
import { myNotices, saveNotices } from '~/features/notices/choices.server';
import { letterMail } from '~/features/notices/letter-mail.server';
import { writeAtOnce, writeWeeklyLetters } from '~/features/notices/letters.server';
import { NEW_PEOPLE } from '~/features/notices/near-me.server';
import { registerNoticeMails } from '~/features/notices/register.server';
import { registerNotices } from '~/features/notices/topics.server';
import { unsubscribe } from '~/features/notices/unsubscribe.server';
import { loadEnv } from '~/lib/env.server';
import { renderLetter } from '~/lib/mail/render.server';
import { sendDueMail } from '~/lib/mail/worker.server';
import { command } from '~/sharing/command.server';
import { saveGrants } from '~/sharing/grants.server';
import { writerSql } from '../../../db/writer.server';
import { makeGroup, makePerson } from '../../factories/people';
import { asMember } from '../../factories/viewers';
import { makeTerms } from '../../factories/vocabularies';
import { FakeResend } from '../../fakes/resend';
import { TEST_SECRET } from '../../setup/global';
import { useHub } from '../../setup/hub';

useHub();
const resend = new FakeResend();
const TODAY = new Date().toISOString().slice(0, 10);
let interest: number;

beforeAll(async () => {
  registerNoticeMails();
  interest = (await makeTerms({ interests: ['Clean water'] })).interests[0];
  loadEnv({
    HUB_SECRET: TEST_SECRET,
    HUB_ORIGIN: 'http://localhost:3000',
    RESEND_API_KEY: 're_test',
    MAIL_FROM: 'Hub <hub@example.org>',
    RESEND_BASE_URL: await resend.start(),
  });
});
afterAll(() => resend.stop());
beforeEach(async () => {
  await command(async (unit) => {
    const everyone = await unit.db.execute<{ id: string }>(sql`select id from core.people`);
    await erasePeople(
      unit,
      everyone.map(({ id }) => id),
    );
    for (const { id } of await unit.db.execute<{ id: string }>(sql`delete from core.groups returning id`))
      unit.groupChanged(id);
  });
  await writerSql()`delete from core.outbox`;
  resend.sent.length = 0;
  resend.mode = 'accept';
});

async function reader(email = 'ana@example.org') {
  const { id, accountId, handle } = await makePerson(
    { name: 'Ana', interestIds: [interest] },
    {},
    { email, joinedOn: '2020-01-01' },
  );
  // The weekly letter is for whoever was here when its hour struck.
  await writerSql()`update core.accounts set created_at = now() - interval '1 year'`;
  return asMember({ personId: id, accountId: accountId ?? '', handle });
}
const newcomer = (name: string, shown: Record<string, 'member' | 'self'> = {}) =>
  makePerson(
    { name, interestIds: [interest] },
    { 'person.name': 'member', 'person.topics': 'member', 'person.joined': 'member', ...shown },
    { joinedOn: TODAY },
  );
const newGroup = (name: string) => makeGroup({ name, interestIds: [interest] }, { listedOn: TODAY });

const HOUR = 3_600_000;
/** The first Tuesday from now on, so many hours after its nine o'clock in UTC. */
function tuesday(hoursAfter = 2, weeks = 0): Date {
  const day = new Date(`${TODAY}T09:00:00Z`);
  while (day.getUTCDay() !== 2) day.setUTCDate(day.getUTCDate() + 1);
  return new Date(day.getTime() + hoursAfter * HOUR + weeks * 7 * 24 * HOUR);
}

async function sendAll() {
  await writerSql()`update core.outbox set run_at = now() where state = 'waiting'`;
  while ((await sendDueMail(0)) > 0);
}

describe('the weekly letter', () => {
  it('tells of new people and groups with an interest of the reader, once, and goes once a week', async () => {
    await reader();
    await newcomer('Bo Newcomer');
    await newGroup('Fresh Springs');
    expect(await writeWeeklyLetters(tuesday(-1))).toBe(0);
    expect(await writeWeeklyLetters(tuesday())).toBe(1);
    expect(await writeWeeklyLetters(tuesday(20))).toBe(0);
    await sendAll();
    expect(resend.sent).toHaveLength(1);
    const { body } = resend.sent[0] ?? { body: { to: '', text: '', html: '', headers: {} } };
    expect(body.to).toBe('ana@example.org');
    for (const part of [body.text, body.html]) {
      expect(part).toContain('Bo Newcomer');
      expect(part).toContain('Fresh Springs');
    }
    expect(body.headers).toEqual({
      'List-Unsubscribe': expect.stringMatching(/^<http:\/\/localhost:3000\/unsubscribe\/[\w-]{43}>$/),
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
    expect(await writeWeeklyLetters(tuesday(2, 1))).toBe(0);
    await newcomer('Cleo Later');
    expect(await writeWeeklyLetters(tuesday(20, 1))).toBe(0);
    expect(await writeWeeklyLetters(tuesday(2, 2))).toBe(1);
  });

  it('holds the outbox to ids, and is made of what the reader may see when it is sent', async () => {
    await reader();
    const bo = await newcomer('Bo Newcomer');
    await newcomer('Cleo Stays');
    await writeWeeklyLetters(tuesday());
    const [job] = await writerSql()<{ about: Record<string, string> }[]>`select about from core.outbox`;
    expect(JSON.stringify(job?.about)).not.toMatch(/Bo|ana@/);
    await writerSql()`update core.people set standing = 'hidden' where id = ${bo.id}`;
    await command(async (unit) => unit.personChanged(bo.id));
    await sendAll();
    expect(resend.sent[0]?.body.text).toContain('Cleo Stays');
    expect(resend.sent[0]?.body.text).not.toContain('Bo Newcomer');
  });

  it.each(['person.name', 'person.topics', 'person.joined'])(
    'that could not be sent tells nothing more at the next attempt of whoever took back %s in between',
    async (category) => {
      await reader();
      const bo = await newcomer('Bo Newcomer');
      await newcomer('Cleo Stays');
      await writeWeeklyLetters(tuesday());
      resend.mode = 'error';
      await sendAll();
      expect([resend.sent, await writerSql()`select state, attempts from core.outbox`]).toEqual([
        [],
        [{ state: 'waiting', attempts: 1 }],
      ]);
      resend.mode = 'accept';
      await command((unit) =>
        saveGrants(unit, { kind: 'person', id: bo.id, givenBy: bo.id }, [
          { category, audience: 'self', wordsSha256: '' },
        ]),
      );
      await sendAll();
      expect(resend.sent).toHaveLength(1);
      const { text = '', html = '' } = resend.sent[0]?.body ?? {};
      expect([text, html].map((part) => part.includes('Cleo Stays'))).toEqual([true, true]);
      expect([text, html].map((part) => part.includes('Bo Newcomer') || part.includes(bo.handle))).toEqual([
        false,
        false,
      ]);
    },
  );

  it.each([
    ['does not show when they joined', { 'person.joined': 'self' as const }],
    ['does not show their topics', { 'person.topics': 'self' as const }],
    ['does not show their name', { 'person.name': 'self' as const }],
  ])('does not tell of someone who %s', async (_, shown) => {
    await reader();
    await newcomer('Bo Newcomer', shown);
    expect(await writeWeeklyLetters(tuesday())).toBe(0);
  });

  it('comes late after a pause, but not days late', async () => {
    await reader();
    await newcomer('Bo Newcomer');
    expect(await writeWeeklyLetters(tuesday(4 * 24))).toBe(0);
    expect(await writeWeeklyLetters(tuesday(2 * 24))).toBe(1);
  });

  it('goes to nobody who switched it off, whose address fails, or who left', async () => {
    const [ana, bo, cleo] = [
      await reader('a@example.org'),
      await reader('b@example.org'),
      await reader('c@example.org'),
    ];
    await newcomer('Dora Newcomer');
    const { topics: _t, letter: _l, ...usual } = await myNotices(ana);
    await saveNotices(ana, { ...usual, allOff: true }, {});
    await saveNotices(bo, usual, { 'new-people': 'never', 'new-groups': 'never' });
    await writerSql()`insert into core.mail_trouble (account_id, email, bounced_at) values (${cleo.accountId}, 'c@example.org', now())`;
    expect(await writeWeeklyLetters(tuesday())).toBe(0);
  });

  it('comes by the reader’s own clock', async () => {
    const ana = await reader();
    await newcomer('Bo Newcomer');
    const { topics: _t, letter: _l, ...usual } = await myNotices(ana);
    await saveNotices(ana, { ...usual, timeZone: 'America/Los_Angeles' }, {});
    expect(await writeWeeklyLetters(tuesday(6))).toBe(0);
    expect(await writeWeeklyLetters(tuesday(9.1))).toBe(1);
  });

  it('does not widen for a role, and forgets a person who was erased', async () => {
    const ana = await reader();
    await writerSql()`insert into core.role_grants (account_id, role, granted_by) values (${ana.accountId}, 'steward', 'tests')`;
    await newcomer('Hidden Harry', { 'person.name': 'self' });
    expect(await writeWeeklyLetters(tuesday())).toBe(0);
    const bo = await newcomer('Bo Newcomer');
    expect(await writeWeeklyLetters(tuesday(2, 1))).toBe(1);
    await command((unit) => erasePeople(unit, [bo.id]).then(() => undefined));
    expect(await writerSql()`select 1 from core.notice_told`).toEqual([]);
    await sendAll();
    expect(resend.sent).toEqual([]);
    expect(await writerSql()`select state from core.outbox`).toEqual([{ state: 'dropped' }]);
  });
});

describe('a letter at once', () => {
  it('tells each group once, after quiet hours', async () => {
    const ana = await reader();
    const { topics: _t, letter: _l, ...usual } = await myNotices(ana);
    await saveNotices(ana, usual, { 'new-groups': 'at_once' });
    await newGroup('Fresh Springs');
    const night = new Date(`${TODAY}T23:30:00Z`);
    expect([await writeAtOnce(night), await writeAtOnce(new Date(night.getTime() + HOUR))]).toEqual([1, 0]);
    const [row] = await writerSql()<
      { at: string }[]
    >`select to_char(run_at at time zone 'UTC', 'HH24:MI') as at from core.outbox`;
    expect(row?.at).toBe('08:00');
  });
});

describe('a link that ends letters', () => {
  const tokenOf = async (about: Record<string, string>) => {
    const mail = await letterMail({ id: '', about, createdAt: new Date() });
    const letter = mail && (await renderLetter(mail));
    return /unsubscribe\/([\w-]{43})/.exec(letter?.headers?.['List-Unsubscribe'] ?? '')?.[1] ?? '';
  };
  const written = async () => {
    const [row] = await writerSql()<{ about: Record<string, string> }[]>`select about from core.outbox`;
    return row?.about ?? {};
  };

  it('ends the weekly letter twice alike, keeps other choices, and is the same in every letter', async () => {
    const ana = await reader();
    const { topics: _t, letter: _l, ...usual } = await myNotices(ana);
    const choices = async () => {
      const { topics } = await myNotices(ana);
      return ['new-people', 'new-groups', 'later-topic'].map(
        (key) => topics.find((topic) => topic.key === key)?.choice,
      );
    };
    await saveNotices(ana, usual, { 'new-groups': 'at_once' });
    await newcomer('Bo Newcomer');
    await writeWeeklyLetters(tuesday());
    const about = await written();
    const token = await tokenOf(about);
    expect(await tokenOf(about)).toBe(token);
    await unsubscribe('x'.repeat(43), 'all');
    await unsubscribe('nonsense', 'this');
    expect(await choices()).toEqual(['weekly', 'at_once', undefined]);
    await unsubscribe(token, 'this');
    await unsubscribe(token, 'this');
    expect(await choices()).toEqual(['never', 'at_once', undefined]);
    registerNotices({ ...NEW_PEOPLE, key: 'later-topic' });
    expect(await choices()).toEqual(['never', 'at_once', 'never']);
    await unsubscribe(token, 'all');
    expect((await myNotices(ana)).allOff).toBe(true);
  });
});
