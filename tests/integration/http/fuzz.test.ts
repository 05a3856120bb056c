import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { join, makeGroup, makePerson } from '../../factories/people';
import { formOf, postForm } from '../../setup/forms';
import { useHub } from '../../setup/hub';
import { REDIRECT_TRICKS } from '../../setup/redirect-tricks';
import { cookieOf, useServed } from '../../setup/served';

const served = useServed(useHub());
let cookie: string;

beforeAll(async () => {
  const { id, accountId } = await makePerson(
    { name: 'Fuzz Writer' },
    { 'person.name': 'public' },
    { email: 'fuzz@example.org' },
  );
  const group = await makeGroup({ name: 'Fuzz Group' });
  await join(id, group.id, { leads: true });
  cookie = await cookieOf(accountId ?? '');
});

const NASTY = [
  "' or 1=1 --",
  '%',
  '\\',
  '\u0000',
  '\ud800',
  "to_tsquery('",
  ':*',
  '& | !',
  '(((',
  '"',
  '<script>alert(1)</script>',
  '../../etc/passwd',
  '𝕏'.repeat(50),
  'é'.repeat(300),
  '-1',
  '1e309',
  'NaN',
  '9999999999999999999',
  '[]',
  '{}',
  'null',
  '\u202e',
  '*',
  '_',
  '$1',
  ';',
  '\n',
  '0',
  'true',
];
const value = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ maxLength: 400 }),
);
const name = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.constantFrom(
      'q',
      'interest',
      'skill',
      'learn',
      'language',
      'role',
      'group',
      'place',
      'within',
      'sort',
      'after',
      'to',
      'saved',
      'x',
    ),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 20 }) },
);
const query = fc.array(fc.tuple(name, value), { maxLength: 6 }).map((pairs) => new URLSearchParams(pairs).toString());
const path = fc.constantFrom(
  '/',
  '/people',
  '/groups',
  '/home',
  '/suggest/people',
  '/suggest/groups',
  '/suggest/places',
  '/privacy',
  '/sign-in',
  '/settings/profile',
  '/settings/sharing',
  '/people/nobody',
  '/groups/fuzz-group',
  '/groups/fuzz-group/edit',
  '/sign-in/token',
);
const segment = value.map((text) => encodeURIComponent(text.replaceAll(/[\ud800-\udfff]/g, '')));

describe('whatever stands in an address', () => {
  it('is answered, and never by a fault of the hub', async () => {
    await fc.assert(
      fc.asyncProperty(path, query, fc.boolean(), async (where, search, signedIn) => {
        const response = await fetch(`${served.origin()}${where}?${search}`, {
          redirect: 'manual',
          headers: signedIn ? { cookie } : {},
        });
        expect(response.status, `${where}?${search}`).toBeLessThan(500);
        await response.arrayBuffer();
      }),
      { numRuns: 400, endOnFailure: true },
    );
  }, 180_000);

  it('names no page where its path makes no sense', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('/people/', '/groups/', '/suggest/', '/privacy/', '/sign-in/', '/'),
        segment,
        async (where, rest) => {
          const response = await fetch(served.origin() + where + rest, { redirect: 'manual' });
          expect(response.status, where + rest).toBeLessThan(500);
          await response.arrayBuffer();
        },
      ),
      { numRuns: 200, endOnFailure: true },
    );
  }, 120_000);
});

describe('an address to go on to', () => {
  const doors: [string, (to: string) => Promise<Response>][] = [
    ...['/sign-in', '/sign-in/again'].map((page): [string, (to: string) => Promise<Response>] => [
      `in the address of ${page}`,
      (to) =>
        fetch(`${served.origin()}${page}?to=${encodeURIComponent(to)}`, { redirect: 'manual', headers: { cookie } }),
    ]),
    ...(
      [
        ['/language', { language: 'en', returnTo: '' }],
        ['/confirmation', { returnTo: '' }],
        ['/sign-in/again/mail', { to: '' }],
      ] as const
    ).map(([page, fields]): [string, (to: string) => Promise<Response>] => [
      `in the form of ${page}`,
      (to) => {
        const sent = new URLSearchParams(Object.keys(fields).map((key) => [key, key === 'language' ? 'en' : to]));
        return postForm(served.origin(), page, sent, cookie);
      },
    ]),
  ];

  it.each(doors)('%s never leads to another site', async (_, ask) => {
    for (const trick of [...REDIRECT_TRICKS, '/groups/fuzz-group']) {
      const response = await ask(trick);
      const location = response.headers.get('location');
      await response.arrayBuffer();
      expect(response.status, trick).toBeLessThan(500);
      if (location === null) continue;
      expect(location, trick).toMatch(/^\/(?![/\\])/);
      expect(new URL(location, served.origin()).origin, trick).toBe(served.origin());
    }
  });

  it('is followed where it is ours', async () => {
    const [, ask] = doors[0] ?? [];
    expect((await ask?.('/groups/fuzz-group'))?.headers.get('location')).toBe('/groups/fuzz-group');
  });
});

describe('whatever a form sends', () => {
  const pages = ['/settings/profile', '/settings/sharing', '/groups/fuzz-group/edit'];

  it.each(pages)(
    'to %s is taken or refused, and never a fault of the hub',
    async (page) => {
      const html = await (await fetch(served.origin() + page, { headers: { cookie } })).text();
      const fields = formOf(html);
      const names = [...new Set(fields.keys())];
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...names, 'standing', 'personId', 'handle'),
          value,
          fc.boolean(),
          async (field, text, twice) => {
            const sent = new URLSearchParams(fields);
            sent.set(field, text);
            if (twice) sent.append(field, text);
            const response = await postForm(served.origin(), page, sent, cookie);
            expect(response.status, `${page} ${field}=${text}`).toBeLessThan(500);
            await response.arrayBuffer();
          },
        ),
        { numRuns: 60, endOnFailure: true },
      );
    },
    120_000,
  );

  it.each(pages)('of 1 MB to %s gets a plain answer and changes nothing', async (page) => {
    const html = await (await fetch(served.origin() + page, { headers: { cookie } })).text();
    const fields = formOf(html);
    const before = fields.toString();
    fields.set(
      [...fields.keys()].find((key) => ['bio', 'purpose'].includes(key)) ?? [...fields.keys()][0] ?? 'x',
      'a'.repeat(990_000),
    );
    const large = await postForm(served.origin(), page, fields, cookie);
    expect([400, 409, 413]).toContain(large.status);
    expect(await large.text()).not.toContain('Unexpected Server Error');
    fields.set('more', 'a'.repeat(200_000));
    expect((await postForm(served.origin(), page, fields, cookie)).status).toBe(413);
    const after = await (await fetch(served.origin() + page, { headers: { cookie } })).text();
    expect(formOf(after).toString()).toBe(before);
  });
});
