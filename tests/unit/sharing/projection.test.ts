import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AUDIENCES, type Audience, READER_AUDIENCES, type ReaderAudience } from '~/lib/audience';
import { STANDINGS } from '~/lib/standing';
import { projectGroup, projectPerson, projectPosition, projectSignature } from '~/sharing/project';
import type { GroupRecord, PersonRecord } from '~/sharing/records';
import { REGISTRY } from '~/sharing/registry';
import { cases } from '../../setup/cases';
import { madePolicy, type Rule } from './made-policy';
import { madeGroup, madePerson } from './made-records';

/** What tells that a row of the projection holds a field: a column, or a word of the search text. */
const PERSON: Record<string, { columns: string[]; words: string[] }> = {
  name: { columns: ['name'], words: ['markername'] },
  pronouns: { columns: ['pronouns'], words: [] },
  headline: { columns: ['headline'], words: ['markerheadline'] },
  bio: { columns: ['bio'], words: ['markerbio'] },
  links: { columns: ['links'], words: [] },
  network_role: { columns: ['network_roles'], words: [] },
  interests: { columns: ['interest_ids'], words: ['markerinterests'] },
  skills: { columns: ['skill_ids'], words: ['markerskills'] },
  learning: { columns: ['learn_ids'], words: ['markerlearning'] },
  languages: { columns: ['language_codes'], words: [] },
  town: { columns: ['town_id'], words: ['markertown'] },
  region: { columns: ['region_key', 'country'], words: ['markerregion', 'markercountry'] },
  joined: { columns: ['joined_month'], words: [] },
  last_confirmed: { columns: ['last_confirmed_month'], words: [] },
  needs: { columns: ['needs'], words: ['markerneeds'] },
  weaving: { columns: ['weaving'], words: [] },
  email: { columns: ['contact_email'], words: [] },
  phone: { columns: ['contact_phone'], words: [] },
  contact_handle: { columns: ['contact_handle'], words: [] },
};
const GROUP: typeof PERSON = {
  name: { columns: ['name'], words: ['markername'] },
  abbreviation: { columns: ['abbreviation'], words: ['markerabbreviation'] },
  purpose: { columns: ['purpose'], words: ['markerpurpose'] },
  activities: { columns: ['activities'], words: ['markeractivities'] },
  website: { columns: ['website'], words: [] },
  links: { columns: ['links'], words: [] },
  topics: { columns: ['interest_ids'], words: ['markertopics'] },
  town: { columns: ['town_id', 'region_key', 'country', 'place_text'], words: ['markertown', 'markerplace'] },
  email: { columns: ['email'], words: [] },
  street_address: { columns: ['street_address'], words: [] },
};
const EDGES = { person: ['position', 'signature'], group: ['leads'] };

const audience = fc.constantFrom(...AUDIENCES);
const drawn = fc.record({
  covered: fc.boolean(),
  ceiling: audience,
  default: audience,
  searchable: fc.boolean(),
  granted: fc.option(audience),
});
type Drawn = typeof drawn extends fc.Arbitrary<infer D> ? D : never;
type World = Record<string, Drawn>;

/** A rule and a choice for every field; most fields are covered, as in any policy. */
const worldOf = (fields: readonly string[]): fc.Arbitrary<World> =>
  fc
    .tuple(...fields.map(() => fc.oneof({ weight: 5, arbitrary: drawn.map((d) => ({ ...d, covered: true })) }, drawn)))
    .map((all) => Object.fromEntries(fields.map((field, at) => [field, all[at] as Drawn])));

const policyOf = (subject: 'person' | 'group', world: World): Rule[] =>
  Object.entries(world)
    .filter(([, { covered }]) => covered)
    .map(([field, { ceiling, default: proposed, searchable }]) => ({
      name: `${subject}.${field}`,
      subject,
      fields: [field],
      ceiling,
      default: proposed,
      searchable,
    }));
const consentsIn = (world: World) =>
  new Map(Object.entries(world).flatMap(([field, { granted }]) => (granted ? [[field, granted] as const] : [])));

const width = (each: Audience) => AUDIENCES.indexOf(each);
/** The narrowest of all that is said of a field: written a second time, to be held against the first. */
const reach = ({ covered, ceiling, granted, default: proposed }: Drawn, unasked: 'hidden' | 'proposed'): number => {
  if (!covered) return 0;
  const chosen = granted ?? (unasked === 'proposed' ? proposed : 'self');
  return Math.min(width(chosen), width(ceiling));
};
const LIMITS = { newcomer: 2, member: 4, hidden: 0, held: 0 };
const reachOfPerson = (each: Drawn, standing: PersonRecord['standing']): number =>
  standing === 'imported'
    ? Math.min(1, each.covered ? width(each.ceiling) : 0)
    : Math.min(reach(each, 'hidden'), LIMITS[standing]);

/** Every part of a row that something stands in, and every word it is found by. */
function heldIn(row: Record<string, unknown> | null, fields: typeof PERSON): string[] {
  if (!row) return [];
  const text = [row.a, row.b, row.c, row.d, ...(row.words as string[]), row.sort_name].join(' ').split(' ');
  return Object.entries(fields).flatMap(([field, { columns, words }]) => [
    ...columns.filter((column) => row[column] !== null && row[column] !== undefined).map(() => `${field} shown`),
    ...words.filter((word) => text.includes(word)).map(() => `${field} found`),
  ]);
}
/** Held against each other as one text: `toEqual` takes longer than what it compares took to make. */
const same = (one: string[], other: string[], what?: string) => expect(one.join(), what).toBe(other.join());
/** What the second list holds beyond the first. */
const beyond = (whole: string[], part: string[]) => part.filter((each) => !whole.includes(each));
const distinct = (list: string[]) => [...new Set(list)].sort();

const PERSON_FIELDS = [...Object.keys(PERSON), ...EDGES.person];
const GROUP_FIELDS = [...Object.keys(GROUP), ...EDGES.group];
const people = worldOf(PERSON_FIELDS);
const groups = worldOf(GROUP_FIELDS);
const standing = fc.constantFrom(...STANDINGS);

/** The rows of a person by reader, under rules and choices. */
function personRows(world: World, stands: PersonRecord['standing'], more: Partial<PersonRecord> = {}) {
  const policy = madePolicy(1, policyOf('person', world));
  const person = madePerson({ standing: stands, consents: consentsIn(world), ...more });
  const memo = new Map();
  return READER_AUDIENCES.map((reader) => ({ reader, row: projectPerson(policy, person, reader, memo) }));
}
function groupRows(world: World) {
  const policy = madePolicy(1, policyOf('group', world));
  const group = madeGroup({ consents: consentsIn(world) });
  const memo = new Map();
  return READER_AUDIENCES.map((reader) => ({ reader, row: projectGroup(policy, group, reader, memo) }));
}

/** What a reader should find of a subject, by the second writing of the rules. */
const expectedOf = (world: World, fields: typeof PERSON, reader: ReaderAudience, reachOf: (each: Drawn) => number) =>
  reachOf(world.name as Drawn) < width(reader)
    ? []
    : Object.entries(fields).flatMap(([field, { words }]) => {
        const each = world[field] as Drawn;
        if (reachOf(each) < width(reader)) return [];
        return [`${field} shown`, ...(each.searchable && words.length > 0 ? [`${field} found`] : [])];
      });

it('knows every field of people and groups that is projected', () => {
  const known = { person: new Set(['alias', ...PERSON_FIELDS]), group: new Set(GROUP_FIELDS) };
  const projected = REGISTRY.flatMap(({ subject, name, projected }) =>
    projected && (subject === 'person' || subject === 'group') ? [{ subject, name } as const] : [],
  );
  expect(projected.filter(({ subject, name }) => !known[subject].has(name))).toEqual([]);
});

describe('a projection', () => {
  it('holds of a person what policy, choice and standing all let the reader see, and nothing else', () => {
    fc.assert(
      fc.property(people, standing, (world, stands) => {
        for (const { reader, row } of personRows(world, stands)) {
          const expected = expectedOf(world, PERSON, reader, (each) => reachOfPerson(each, stands));
          same(distinct(heldIn(row, PERSON)), distinct(expected), `${stands} read by ${reader}`);
        }
      }),
      cases(),
    );
  });

  it('holds of a group what policy and its leads let the reader see, and nothing else', () => {
    fc.assert(
      fc.property(groups, (world) => {
        for (const { reader, row } of groupRows(world)) {
          const expected = expectedOf(world, GROUP, reader, (each) => reach(each, 'proposed'));
          same(distinct(heldIn(row, GROUP)), distinct(expected), `read by ${reader}`);
        }
      }),
      cases(),
    );
  });

  it('of a wider audience holds nothing that the one of a narrower lacks', () => {
    fc.assert(
      fc.property(people, standing, (world, stands) => {
        const held = personRows(world, stands).map(({ row }) => heldIn(row, PERSON));
        for (let at = 1; at < held.length; at += 1) same(beyond(held[at] ?? [], held[at - 1] ?? []), []);
      }),
      cases(),
    );
  });

  it('never gains by a choice, a ceiling or a coverage that is lowered', () => {
    const lowering = fc.constantFrom<(each: Drawn, to: Audience) => Drawn>(
      (each, to) => ({ ...each, granted: each.granted && width(to) < width(each.granted) ? to : each.granted }),
      (each, to) => ({ ...each, ceiling: width(to) < width(each.ceiling) ? to : each.ceiling }),
      (each) => ({ ...each, granted: null }),
      (each) => ({ ...each, covered: false }),
      (each) => ({ ...each, searchable: false }),
    );
    const lowered = fc.tuple(people, standing, fc.constantFrom(...PERSON_FIELDS), lowering, audience);
    fc.assert(
      fc.property(lowered, ([world, stands, field, lower, to]) => {
        const after = personRows({ ...world, [field]: lower(world[field] as Drawn, to) }, stands);
        for (const [at, { row }] of personRows(world, stands).entries())
          same(beyond(heldIn(row, PERSON), heldIn(after[at]?.row ?? null, PERSON)), []);
      }),
      cases(),
    );
  });

  it('keeps an edge where both its ends are seen, and where each shares it', () => {
    fc.assert(
      fc.property(people, groups, standing, (mine, theirs, stands) => {
        const policy = madePolicy(1, [...policyOf('person', mine), ...policyOf('group', theirs)]);
        const person = madePerson({ standing: stands, consents: consentsIn(mine) });
        const group: GroupRecord = madeGroup({ consents: consentsIn(theirs) });
        const position = { personId: person.id, groupId: group.id, title: 'title', leads: true };
        const signature = { subjectId: person.id, subject: 'person', version: 1 } as const;
        const ofPerson = (field: string) => reachOfPerson(mine[field] as Drawn, stands);
        const ofGroup = (field: string) => reach(theirs[field] as Drawn, 'proposed');
        for (const reader of READER_AUDIENCES) {
          const seen = (...reaches: number[]) => reaches.every((each) => each >= width(reader));
          expect(projectPosition(policy, position, { person, group }, reader) !== null).toBe(
            seen(ofPerson('name'), ofPerson('position'), ofGroup('leads'), ofGroup('name')),
          );
          expect(projectSignature(policy, signature, { person, group: undefined }, reader) !== null).toBe(
            seen(ofPerson('name'), ofPerson('signature')),
          );
        }
      }),
      cases(),
    );
  });

  it('has nothing of the name behind an alias, whoever reads', () => {
    fc.assert(
      fc.property(people, standing, fc.constantFrom('markeralias', null), (world, stands, alias) => {
        for (const { row } of personRows(world, stands, { aliasOnly: true, alias })) {
          expect(JSON.stringify(row)).not.toContain('markername');
          if (alias === null) expect(row).toBeNull();
        }
      }),
      cases(),
    );
  });
});
