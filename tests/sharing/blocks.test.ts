import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { liveSession, sessionIdOf } from '~/auth/session.server';
import { type SignedIn, VISITOR, type Viewer } from '~/auth/viewer';
import { block, myBlocks, unblock } from '~/features/blocking/blocks.server';
import { groupPage } from '~/features/directory/group-page.server';
import { namesAs } from '~/features/directory/names-as.server';
import { networkNumbers } from '~/features/directory/numbers.server';
import { searchPeople } from '~/features/directory/people-search.server';
import { personPage } from '~/features/directory/person-page.server';
import { publishedNumbers } from '~/features/directory/published-numbers.server';
import { parseDirectoryQuery } from '~/features/directory/query';
import { suggest } from '~/features/directory/suggestions.server';
import { recipients } from '~/features/notices/reader.server';
import { policyPage } from '~/features/privacy/policy-page.server';
import { signatories } from '~/features/unity/signatories.server';
import { command } from '~/sharing/command.server';
import { readAs } from '~/sharing/read.server';
import { join, makePerson } from '../factories/people';
import { asMember } from '../factories/viewers';
import { cases } from '../setup/cases';
import { useHub } from '../setup/hub';
import { cookieOf } from '../setup/served';
import { makeWorld, type World } from './worlds';

useHub();

type Made = Awaited<ReturnType<typeof makePerson>>;
let world: World;
let ada: Made;
let ben: Made;

const GRANTS = {
  'person.name': 'public',
  'person.about': 'public',
  'person.topics': 'public',
  'person.position': 'public',
  'person.network_role': 'public',
  'person.region': 'public',
} as const;

/** Somebody who shares what there is with everybody; the address is of the first letters of the name. */
const someone = async (name: string, headline: string) => {
  const made = await makePerson(
    {
      name,
      headline,
      interestIds: world.interests.slice(0, 2),
      skillIds: world.skills.slice(0, 1),
      languageCodes: ['fr'],
      networkRoles: ['principal'],
      regionKey: 'US-AK',
      country: 'US',
    },
    GRANTS,
    { email: `${name.slice(0, 4).trim().toLowerCase()}@example.org` },
  );
  await join(made.id, world.groups[0]?.id ?? '', { leads: true });
  return made;
};

beforeAll(async () => {
  world = await makeWorld(8);
  ada = await someone('Ada Xylophone', 'zither');
  ben = await someone('Ben Bandoneon', 'theremin');
});

/** Who someone is at their next request. */
const again = async ({ id, handle, accountId }: Made): Promise<SignedIn> => {
  const live = await liveSession(sessionIdOf(await cookieOf(accountId ?? '')) ?? '');
  return asMember({ personId: id, handle, accountId: accountId ?? '', apart: live?.apart ?? ['lost'] });
};

const QUERIES = [
  ...['', 'q=theremin', 'q=xylophone', 'q=xylophnoe', 'q=bandoneno', 'q=principal', 'language=fr', 'role=principal'],
  ...[
    'interest=river',
    'skill=thistle',
    'interest=river&interest=meadow',
    'place=Alaska',
    'sort=newest',
    'q=person&sort=best',
  ],
];

/** The same text for what differs in the order of its keys alone, which no page shows. */
const ordered = (value: unknown): string =>
  JSON.stringify(value, (_, each) =>
    each && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );

/** All that somebody could read of people, as one text. */
async function reads(viewer: Viewer): Promise<string> {
  const caught = (page: Promise<unknown>) => page.catch((error) => ({ code: error.code, message: error.message }));
  const lists = QUERIES.map((query) => searchPeople(viewer, parseDirectoryQuery(new URLSearchParams(query)), 'en'));
  return ordered(
    await Promise.all([
      ...lists,
      caught(personPage(viewer, ada.handle, 'en')),
      caught(personPage(viewer, ben.handle, 'en')),
      ...world.groups.map(({ slug }) => caught(groupPage(viewer, slug, 'en'))),
      ...world.groups.map(({ slug }) =>
        searchPeople(viewer, parseDirectoryQuery(new URLSearchParams({ group: slug })), 'en'),
      ),
      suggest(viewer, 'people', 'ben', 'en'),
      suggest(viewer, 'people', 'ada', 'en'),
      networkNumbers(viewer),
      signatories(viewer, 'person', { version: 1, inForce: true, after: '' }),
      namesAs(viewer, [ada.id, ben.id]).then((names) => Object.fromEntries(names)),
      readAs(viewer)`select subject, given_facet, given_key, facet, key, rows from counts order by 1, 2, 3, 4, 5`,
      readAs(viewer)`select subject, word, rows from words order by 1, 2`,
    ]),
  );
}

const stand = (who: Made, standing: 'member' | 'hidden') =>
  command(async (unit) => {
    await unit.db.execute(sql`update core.people set standing = ${standing} where id = ${who.id}`);
    unit.personChanged(who.id);
  });

/** What a reader would read if there were no such person. */
async function withoutThem(reader: SignedIn, who: Made): Promise<string> {
  await stand(who, 'hidden');
  const read = await reads({ ...reader, apart: [] });
  await stand(who, 'member');
  return read;
}

describe('a block', () => {
  it('leaves each of both reading what they would read if the other were not there, and is taken back as wholly', async () => {
    const before = await Promise.all([reads(await again(ada)), reads(await again(ben)), reads(VISITOR)]);
    expect(before[0]).toContain('Ben Bandoneon');
    await block(await again(ada), ben.handle);
    for (const [reader, other] of [
      [ada, ben],
      [ben, ada],
    ] as const) {
      const viewer = await again(reader);
      const read = await reads(viewer);
      expect(read).not.toContain(other.handle);
      for (const roles of [[], ['weaver' as const]]) {
        const as = { ...viewer, roles: new Set(roles) };
        expect(await reads(as)).toBe(await withoutThem(as, other));
      }
    }
    expect(await reads(VISITOR)).toBe(before[2]);
    await unblock(await again(ada), ben.id);
    expect([await reads(await again(ada)), await reads(await again(ben))]).toEqual(before.slice(0, 2));
  });

  it('is answered alike for someone blocked, someone absent and someone unseen, and not for oneself', async () => {
    const shy = await makePerson({ name: 'Shy' });
    await block(await again(ada), ben.handle);
    const gone = { code: 'not_found', message: 'There is nothing here.' };
    for (const [who, handle] of [
      [ada, ben.handle],
      [ben, ada.handle],
      [ada, 'no-such-person'],
      [ada, shy.handle],
    ] as const)
      await expect(block(await again(who), handle)).rejects.toMatchObject(gone);
    await expect(block(await again(ada), ada.handle)).rejects.toMatchObject({ code: 'invalid' });
  });

  it('is in the list of whoever made it, by name, and in nobody else’s', async () => {
    expect(await myBlocks(await again(ada))).toMatchObject([{ id: ben.id, name: 'Ben Bandoneon' }]);
    expect(await myBlocks(await again(ben))).toEqual([]);
    await unblock(await again(ben), ada.id);
    expect(await myBlocks(await again(ada))).toHaveLength(1);
  });

  it('holds in mail, and not for a steward’s duty', async () => {
    const [reader] = await command((unit) => recipients(unit, [ben.accountId ?? '']));
    expect(reader?.viewer.apart).toEqual([ada.id]);
    const steward = { ...(await again(ben)), roles: new Set(['steward' as const]) };
    expect((await personPage(steward, ada.handle, 'en')).name).toBe('Ada Xylophone');
  });

  it('lets nothing past that it cannot put itself around', async () => {
    const read = readAs(await again(ben));
    expect(() => read.unsafe('select * from people')).toThrow('kept apart');
    const seen: string[] = [];
    await read<{ handle: string }[]>`select handle from people`.forEach(({ handle }) => {
      seen.push(handle);
    });
    expect(seen).not.toContain(ada.handle);
    expect(seen).toContain(ben.handle);
  });

  it('keeps from neither what is about nobody', async () => {
    const viewer = await again(ben);
    expect(viewer.apart).toEqual([ada.id]);
    expect(await policyPage(viewer, 'en')).toEqual(await policyPage(VISITOR, 'en'));
    expect((await policyPage(viewer, 'en', '1')).version).toBe(1);
    expect(await publishedNumbers(viewer, 'en')).toMatchObject({ countedOn: null });
  });

  it('is the same from both ends, whoever made it and took it back, at once or one after the other', async () => {
    const some = await Promise.all([0, 1, 2, 3].map((nth) => someone(`Nth${nth} Symmetry`, 'ocarina')));
    const act = fc.record({ by: fc.nat(3), of: fc.nat(3), back: fc.boolean() });
    const between = async () => {
      const apart = await Promise.all(some.map(async (who) => (await again(who)).apart));
      return some.map((_, one) => some.map((other) => apart[one]?.includes(other.id) ?? false));
    };
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 6 }), fc.boolean(), async (acts, atOnce) => {
        const run = async ({ by, of, back }: (typeof acts)[number]) => {
          const [viewer, other] = [await again(some[by] as Made), some[of] as Made];
          // Of oneself, and of someone who is gone already, it is refused.
          await (back ? unblock(viewer, other.id) : block(viewer, other.handle)).catch(({ code }) =>
            expect(['invalid', 'not_found']).toContain(code),
          );
        };
        if (atOnce) await Promise.all(acts.map(run));
        else for (const each of acts) await run(each);
        const made = await command(({ db }) =>
          db.execute<{ one: string; other: string }>(
            sql`select person_id as one, blocked_id as other from core.blocks`,
          ),
        );
        const stands = (one: Made, other: Made) => made.some((row) => row.one === one.id && row.other === other.id);
        expect(await between()).toEqual(
          some.map((one) => some.map((other) => stands(one, other) || stands(other, one))),
        );
      }),
      { ...cases(12), endOnFailure: true },
    );
  });
});
