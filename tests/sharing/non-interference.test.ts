import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { READER_AUDIENCES, type ReaderAudience, reaches } from '~/lib/audience';
import { cases, times, tried } from '../setup/cases';
import { useHub } from '../setup/hub';
import { read, useServed } from '../setup/served';
import { makeReaders } from './readers';
import { asData } from './surfaces';
import {
  anyAddress,
  anyChange,
  anyGroupChange,
  type Change,
  keepApart,
  type Member,
  makeWorld,
  shownWith,
  type World,
} from './worlds';

const WORLDS = times(150);
const READS = 20;

const served = useServed(useHub());
let world: World;
let readers: Record<ReaderAudience, string | null>;
/** Members who blocked a reader or whom a reader blocked: whatever they share, it is nothing of this reader's. */
const apart = new Set<string>();

beforeAll(async () => {
  readers = await makeReaders();
  world = await makeWorld(24);
  apart.clear();
  for (const [at, member] of world.members.slice(0, 6).entries()) {
    const reader = at % 2 === 0 ? 'member' : 'weaver';
    await keepApart(`${reader}reader@example.org`, member, at > 2);
    apart.add(`${reader} ${member.id}`);
  }
});

const sees = (member: Member, category: string, reader: ReaderAudience): boolean =>
  !apart.has(`${reader} ${member.id}`) &&
  reaches(member.grants['person.name'] ?? 'self', reader) &&
  shownWith(category).some((name) => reaches(member.grants[name] ?? 'self', reader));

/** Edges need the group's end as well, so a position is hidden wherever the person's end is. */
const hiddenFrom = (member: Member, change: Change) =>
  READER_AUDIENCES.filter((reader) => !sees(member, change.category, reader));

it(
  `answers byte for byte the same in two worlds that differ in what the reader may not see (${WORLDS} worlds, ${READS} reads each)`,
  async () => {
    let compared = 0;
    const ofPerson = fc.tuple(fc.nat(10_000), anyChange).map(([who, change]) => {
      const member = world.members[who % world.members.length] as Member;
      return {
        what: `${change.category} of ${member.handle}`,
        blind: hiddenFrom(member, change),
        write: () => change.write(world, member),
      };
    });
    const ofGroup = anyGroupChange(world).map(({ what, shown, write }) => ({
      ...{ what, write },
      blind: READER_AUDIENCES.filter((reader) => !reaches(shown, reader)),
    }));
    const secret = fc.oneof({ weight: 6, arbitrary: ofPerson }, { weight: 1, arbitrary: ofGroup });
    const addresses = fc.array(fc.tuple(anyAddress(world), fc.boolean()), { minLength: READS, maxLength: READS });
    const property = fc.asyncProperty(secret, fc.nat(10_000), addresses, async ({ what, blind, write }, as, asked) => {
      fc.pre(blind.length > 0);
      const reader = blind[as % blind.length] as ReaderAudience;
      const paths = asked.map(([path, data]) => (data && asData(path)) || path);
      const look = () => Promise.all(paths.map((path) => read(served.origin(), path, readers[reader])));
      const before = await look();
      await write();
      const after = await look();
      for (const [index, path] of paths.entries()) {
        expect(after[index]?.whole, `${path} tells ${reader} of ${what}`).toBe(before[index]?.whole);
        compared += 1;
      }
    });
    await fc.assert(property, { ...cases(150), endOnFailure: true, interruptAfterTimeLimit: times(500_000) });
    tried({ cells: compared });
    expect(compared).toBeGreaterThanOrEqual(WORLDS * READS);
  },
  times(600_000),
);
