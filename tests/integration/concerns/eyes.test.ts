import { beforeAll, describe, expect, it } from 'vitest';
import { writerSql } from '#db/writer.server';
import { type SignedIn, VISITOR } from '~/auth/viewer';
import { sayAboutMe } from '~/features/concerns/about-me.server';
import { takeStep, tellPerson } from '~/features/concerns/steps.server';
import { linkToken } from '~/lib/one-time-links.server';
import { postForm } from '../../setup/forms';
import { useHub } from '../../setup/hub';
import { cookieOf, read, useServed } from '../../setup/served';
import { asData } from '../../sharing/surfaces';
import { contacts, hearers, member, nobodyYet, outsider, raised } from './people';

const hub = useHub();
const served = useServed(hub);

const ABSENT = '00000000-0000-4000-8000-000000000009';
type Who = 'hearer' | 'appeal' | 'steward' | 'operator' | 'weaver' | 'raiser' | 'about' | 'member' | 'visitor';
const ALL: Who[] = ['hearer', 'appeal', 'steward', 'operator', 'weaver', 'raiser', 'about', 'member', 'visitor'];

const people = {} as Record<Exclude<Who, 'visitor'>, SignedIn>;
const cookies = {} as Record<Who, string | null>;
let id = '';
/** One that nobody was told of. */
let untold = '';

beforeAll(async () => {
  await nobodyYet();
  const stewards = await contacts('Ana', 'Bo', 'Cleo', 'Dan');
  people.operator = await member('Olga', 'operator');
  people.weaver = await member('Wim', 'weaver');
  people.steward = await member('Third', 'steward');
  people.raiser = await member('Qxraiser');
  people.about = await member('Troll');
  people.member = await member('Some Member');
  id = await raised(people.raiser, { about: people.about.handle });
  const first = await hearers(id);
  people.hearer = stewards.find(({ name }) => first.includes(name)) as SignedIn;
  people.appeal = stewards.find(({ name }) => !first.includes(name)) as SignedIn;
  await tellPerson(people.hearer, id, 'Qxtold', null);
  await takeStep(people.hearer, id, 'call_raiser', 'Qxcall');
  await takeStep(people.hearer, id, 'note', 'Qxnote');
  await takeStep(people.hearer, id, 'close', 'Qxoutcome');
  const appeal = new FormData();
  for (const [name, value] of [
    ['intent', 'appeal'],
    ['words', 'Qxappeal'],
  ] as const)
    appeal.set(name, value);
  await sayAboutMe(people.about, id, appeal);
  untold = await raised(people.raiser, { about: people.about.handle });
  for (const who of ALL) cookies[who] = who === 'visitor' ? null : await cookieOf(people[who].accountId);
});

const WORDS = ['Qxwords', 'Qxcall', 'Qxnote', 'Qxtold', 'Qxoutcome', 'Qxappeal', 'Qxraiser'];
const wordsIn = (body: string) => WORDS.filter((word) => body.includes(word)).join(' ');

/** Who finds what at each address; for everybody else it answers as for a concern that never was. */
const ADDRESSES: [path: string, readers: Partial<Record<Who, string>>][] = [
  [
    '/steward/concerns/:id',
    {
      hearer: 'Qxwords Qxcall Qxnote Qxtold Qxoutcome Qxraiser',
      appeal: 'Qxwords Qxcall Qxnote Qxtold Qxoutcome Qxappeal Qxraiser',
    },
  ],
  ['/concerns/:id', { raiser: 'Qxwords Qxcall Qxoutcome Qxraiser' }],
  ['/concerns/about-me/:id', { about: 'Qxtold Qxoutcome Qxappeal' }],
];

describe('a concern', () => {
  it.each(ADDRESSES.flatMap(([path, readers]) => ALL.map((who) => [path, who, readers[who] ?? null] as const)))(
    'at %s shows %s: %s',
    async (path, who, words) => {
      const there = path.replace(':id', id);
      for (const address of [there, asData(there) ?? '']) {
        const found = await read(served.origin(), address, cookies[who]);
        const absent = await read(served.origin(), address.replaceAll(id, ABSENT), cookies[who]);
        if (words === null) {
          expect(found.whole.replaceAll(id, ABSENT)).toBe(absent.whole);
          expect([204, 302, 404]).toContain(found.status);
        } else expect([found.status, wordsIn(found.body)]).toEqual([200, wordsOf(words, address === there, who)]);
      }
    },
  );

  /** A page of the raiser's own has their name in its header; the data alone have not. */
  const wordsOf = (words: string, page: boolean, who: Who) =>
    who === 'raiser' && !page ? words.replace(' Qxraiser', '') : words;

  it.each(['/home', '/concerns', '/steward/concerns', '/steward/audit', '/operate/mail', '/steward/concerns/people'])(
    'stands on no other page: %s',
    async (path) => {
      const mine: Who[] = path === '/home' ? ['about'] : path === '/concerns' ? ['raiser'] : ['hearer', 'appeal'];
      for (const who of ALL) {
        const { body } = await read(served.origin(), asData(path) ?? '', cookies[who]);
        expect([who, wordsIn(body).replace(who === 'raiser' ? 'Qxraiser' : ' ', '')]).toEqual([who, '']);
        if (!mine.includes(who)) expect(body).not.toContain(id);
      }
    },
  );

  it('that nobody was told of does not exist for the one it is about', async () => {
    expect((await read(served.origin(), `/concerns/about-me/${untold}`, cookies.about)).status).toBe(404);
    expect((await read(served.origin(), '/home', cookies.about)).body).not.toContain(untold);
  });

  const count = async () => (await writerSql()`select 1 from core.concern_entries`).length;
  const STEPS = ['note', 'close', 'tell', 'step_back'];
  const FORMS: [path: string, fields: Record<string, string>, Who[]][] = [
    ...STEPS.map((intent): [string, Record<string, string>, Who[]] => [
      '/steward/concerns/:id',
      { intent, ...(intent !== 'step_back' && { words: 'x' }) },
      // Those who heard it first are told that it is not theirs any more.
      ['hearer', 'appeal'],
    ]),
    ['/concerns/:id', { intent: 'say', words: 'x' }, ['raiser']],
    ['/concerns/about-me/:id', { intent: 'say', words: 'x' }, ['about']],
    ['/concerns/about-me/:id', { intent: 'appeal', words: 'x' }, ['about']],
  ];
  it.each(FORMS)('takes %s %j from nobody but %j', async (path, fields, parties) => {
    const before = await count();
    for (const who of ALL.filter((each) => !parties.includes(each))) {
      const answers = [];
      for (const target of [id, ABSENT]) {
        const form = new URLSearchParams(fields);
        const door = asData(path.replace(':id', target)) ?? '';
        const response = await postForm(served.origin(), door, form, cookies[who]);
        answers.push(`${response.status} ${(await response.text()).replaceAll(id, ABSENT)}`);
      }
      expect(answers[0]).toBe(answers[1]);
      expect(answers[0]).toMatch(/^(204|302|404) /);
    }
    expect(await count()).toBe(before);
  });
});

describe('the form of a concern', () => {
  const post = (fields: Record<string, string>, who: Who = 'visitor') =>
    postForm(served.origin(), '/concern', new URLSearchParams(fields), cookies[who]);

  it.each<[Record<string, string>, number, string]>([
    [{ words: 'y'.repeat(10_000) }, 400, 'y'.repeat(10_000)],
    [{ words: 'Qxkept', contact: 'a@b.example\r\nBcc: c@d.example' }, 400, 'Qxkept'],
    [{ words: 'Qxkept', about: 'z'.repeat(201) }, 400, 'Qxkept'],
    [{ words: '  ', about: 'Qxabout' }, 400, 'Qxabout'],
    [{ words: 'x', state: 'closed' }, 400, 'href="/concern"'],
    [{ words: 'x', involved: 'nonsense' }, 400, 'href="/concern"'],
  ])('loses nothing and keeps nothing: %j → %i', async (fields, status, shown) => {
    const before = (await writerSql()`select 1 from core.concerns`).length;
    const response = await post(fields);
    expect([response.status, (await response.text()).includes(shown)]).toEqual([status, true]);
    expect((await writerSql()`select 1 from core.concerns`).length).toBe(before);
  });

  it('names stewards to who may know their names, and leads a visitor to thanks', async () => {
    expect((await read(served.origin(), '/concern', cookies.member)).body).toContain('Dan');
    const { body } = await read(served.origin(), '/concern', null);
    expect(body).not.toMatch(/Ana|Cleo|Dan/);
    await outsider(people.appeal);
    expect((await read(served.origin(), '/concern', null)).body).toContain('Qxoutside');
    const sent = await post({ words: 'Hello', contact: 'visitor@elsewhere.example' });
    expect([sent.status, sent.headers.get('location')]).toEqual([302, '/concern?sent=stewards&follow']);
    const mine = await post({ words: 'Hello' }, 'member');
    expect(mine.headers.get('location')).toMatch(/^\/concerns\/[0-9a-f-]{36}$/);
    expect(VISITOR.kind).toBe('visitor');
  });

  it('takes so many from one network in an hour, and the words stay on the page', async () => {
    let last: Response | undefined;
    for (let at = 0; at < 11; at += 1) last = await post({ words: `Again Qxkept ${at}` });
    expect([last?.status, (await last?.text())?.includes('Again Qxkept')]).toEqual([429, true]);
    const link = await read(served.origin(), `/concern/follow/${linkToken('x', 'y')}`, null);
    expect(link.status).toBe(404);
  });
});
