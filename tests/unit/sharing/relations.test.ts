import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePolicy } from '~/sharing/compile-policy.server';
import type { PolicyHistory } from '~/sharing/consents';
import { withoutObjected } from '~/sharing/objections';
import document from '~/sharing/policy/default.md?raw';
import { RELATIONS, type Relation } from '~/sharing/policy-schema';
import { projectPerson } from '~/sharing/project';
import { isOpenable, projectRelation, projectSameGroup } from '~/sharing/project-relation';
import type { PersonRecord } from '~/sharing/records';
import { REGISTRY } from '~/sharing/registry';
import { type Relations, relationsOf, type SavedRelation } from '~/sharing/relations';
import { cases } from '../../setup/cases';
import { madePolicy, type Rule } from './made-policy';

const town = (rule: Partial<Rule> = {}): Rule => ({
  ...{ name: 'person.town', fields: ['town'], ceiling: 'member', relations: ['same_group'], ...rule },
});
const saved = (version: number, category = 'person.town', relation: Relation = 'same_group'): SavedRelation => ({
  ...{ category, relation, policySha256: `sha of ${version}` },
});
const shown = (open: Relations) => [...open].map(([field, relations]) => `${field}: ${[...relations].join(' ')}`);

describe('what is open to a relation', () => {
  const lists = town();
  const not = town({ relations: [] });
  const moved = [
    { ...town(), fields: ['region'] },
    { name: 'person.place', fields: ['town'], ceiling: 'member', relations: ['same_group'] } as Rule,
  ];
  it.each<[what: string, versions: Rule[][], chosen: SavedRelation[], open: string[]]>([
    ['is nothing before somebody opens it', [[lists]], [], []],
    ['is what they opened', [[lists]], [saved(1)], ['town: same_group']],
    ['stays through versions that list it', [[lists], [lists]], [saved(1)], ['town: same_group']],
    ['is nothing once a version lists it no longer', [[lists], [not]], [saved(1)], []],
    ['stays nothing when a later version lists it again', [[lists], [not], [lists]], [saved(1)], []],
    ['is what they opened again then', [[lists], [not], [lists]], [saved(1), saved(3)], ['town: same_group']],
    ['is nothing that was not listed when they opened it', [[not], [lists]], [saved(1)], []],
    ['is nothing in a relation they did not open it to', [[lists]], [saved(1, 'person.town', 'same_circle')], []],
    ['goes with a field that moves', [[lists], moved], [saved(1)], ['town: same_group']],
    ['is nothing that comes into the category later', [[lists], moved], [saved(1, 'person.place')], []],
    ['is nothing under a policy that never was', [[lists]], [saved(7)], []],
    ['is nothing in a category of another subject', [[lists]], [saved(1, 'group.profile')], []],
  ])('%s', (_what, versions, chosen, open) => {
    const history = versions.map((rules, at) => madePolicy(at + 1, rules));
    expect(shown(relationsOf(history, 'person', chosen))).toEqual(open);
  });

  it('never grows by a new version, and never holds a field that some version since did not list', () => {
    const SOME = RELATIONS.slice(0, 3);
    const FIELDS = ['headline', 'bio', 'town', 'region'];
    const CATEGORIES = ['person.about', 'person.town'];
    const version = fc.record({
      places: fc.tuple(...FIELDS.map(() => fc.integer({ min: 0, max: 2 }))),
      relations: fc.tuple(...CATEGORIES.map(() => fc.subarray([...SOME]))),
      opens: fc.array(fc.record({ category: fc.constantFrom(...CATEGORIES), relation: fc.constantFrom(...SOME) }), {
        maxLength: 3,
      }),
    });
    fc.assert(
      fc.property(fc.array(version, { minLength: 1, maxLength: 5 }), (versions) => {
        const history: PolicyHistory[number][] = [];
        const chosen: SavedRelation[] = [];
        let before: string[] = [];
        versions.forEach(({ places, relations, opens }, at) => {
          const rules = CATEGORIES.map((name, index) => ({
            ...{ name, ceiling: 'self' as const, relations: [...(relations[index] ?? [])] },
            fields: FIELDS.filter((_, field) => places[field] === index),
          }));
          const policy = madePolicy(at + 1, rules);
          history.push(policy);
          const pairs = () =>
            [...relationsOf(history, 'person', chosen)].flatMap(([field, open]) =>
              [...open].map((r) => `${field} ${r}`),
            );
          const left = pairs();
          expect(left.every((pair) => before.includes(pair))).toBe(true);
          before = left;
          for (const { category, relation } of opens) {
            chosen.push({ category, relation, policySha256: policy.sha256 });
            const given = policy.category(category);
            const wanted = given?.relations.includes(relation)
              ? given.fields.map((field) => `${field} ${relation}`)
              : [];
            const allowed = [...before, ...wanted];
            expect(pairs().sort()).toEqual([...new Set(allowed)].sort());
            before = pairs();
          }
        });
      }),
      cases(),
    );
  });
});

const person: PersonRecord = {
  ...{ id: 'p', handle: 'ada', standing: 'member', name: 'Ada', alias: null, aliasOnly: false, pronouns: 'she' },
  ...{ headline: 'Samples creeks', bio: 'Long', links: [{ url: 'https://example.org', label: null }] },
  ...{ networkRoles: ['driver'], languageCodes: ['en'], joinedOn: '2025-03-04', lastConfirmedOn: '2026-03-04' },
  ...{ interests: [{ id: 1, labels: {} }], skills: [{ id: 2, labels: {} }], learning: [{ id: 3, labels: {} }] },
  ...{ needs: 'a boat', weaving: true, contactEmail: 'a@example.org', contactPhone: '1', contactHandle: '@a' },
  ...{ townId: 5, regionKey: 'AU-02', country: 'AU', lat: 1, lng: 2, townName: 'Lismore', regionName: 'NSW' },
  ...{ countryNames: {}, notIndexed: true, offMap: false, objections: [], consents: new Map(), relations: new Map() },
};
const PERSONAL = REGISTRY.filter(({ subject }) => subject === 'person').map(({ name }) => name);
const openTo = (fields: readonly string[]): Relations =>
  new Map(fields.map((field) => [field, new Set(['same_group' as const])]));
const everything = (relations: Relation[]) =>
  madePolicy(1, [{ name: 'person.all', fields: PERSONAL, ceiling: 'public', relations }]);

describe('what people in a relation are shown', () => {
  it('is what the page shows to an audience that may see the same field', () => {
    const policy = everything(['same_group']);
    const row = projectPerson(
      policy,
      { ...person, consents: new Map(PERSONAL.map((field) => [field, 'public' as const])) },
      'public',
    );
    const fields = projectRelation(policy, { ...person, relations: openTo(PERSONAL) }, 'same_group') ?? {};
    expect(Object.keys(fields).sort()).toEqual(PERSONAL.filter(isOpenable).sort());
    for (const columns of Object.values(fields)) expect(row).toMatchObject(columns);
    const shownAs = REGISTRY.filter(({ subject, name }) => subject === 'person' && isOpenable(name));
    for (const { name, projected } of shownAs) expect(fields[name]).toHaveProperty(projected ?? '');
  });
  it('holds neither the name, nor an edge, nor contact', () => {
    const closed = [
      'name',
      'alias',
      'position',
      'signature',
      'circles',
      'email',
      'phone',
      'contact_handle',
      'identity',
    ];
    expect([...closed, 'exact_place', 'photo'].filter(isOpenable)).toEqual([]);
  });

  it.each(['newcomer', 'imported', 'hidden', 'held'] as const)('is nothing of somebody %s', (standing) => {
    const relations = openTo(['town']);
    expect(projectRelation(everything(['same_group']), { ...person, standing, relations }, 'same_group')).toBeNull();
  });

  it('stands for each group apart, and is nothing where there is nobody', () => {
    const edge = { personId: 'p', groupId: 'g', title: null, leads: false };
    const open = { ...person, relations: openTo(['town']) };
    const row = { person_id: 'p', relation: 'same_group', group_id: 'g', fields: { town: { town_id: 5 } } };
    expect(projectSameGroup(everything(['same_group']), edge, open)).toEqual(row);
    expect(projectSameGroup(everything(['same_group']), edge, person)).toBeNull();
    expect(projectSameGroup(everything(['same_group']), edge, undefined)).toBeNull();
    expect(projectSameGroup(everything(['same_group']), edge, { ...open, townId: null })).toBeNull();
  });

  it('is never more than the policy lists, the person opened and objects to no use of', () => {
    const SOME = ['name', 'bio', 'interests', 'town', 'needs', 'email'];
    const rule = fc.record({ relations: fc.subarray([...RELATIONS]), purpose: fc.constantFrom('directory', 'map') });
    const asked = fc.record({
      rules: fc.tuple(...SOME.map(() => rule)),
      opened: fc.array(fc.tuple(fc.constantFrom(...SOME), fc.constantFrom(...RELATIONS))),
      relation: fc.constantFrom(...RELATIONS),
      objections: fc.subarray(['directory', 'map'] as const),
      standing: fc.constantFrom('member', 'member', 'member', 'newcomer', 'hidden', 'held', 'imported'),
    });
    fc.assert(
      fc.property(asked, ({ rules, opened, relation, objections, standing }) => {
        const policy = madePolicy(
          1,
          SOME.map((field, at) => ({
            ...{ name: `person.${field}`, fields: [field], ceiling: 'self' as const },
            ...{ relations: [...(rules[at]?.relations ?? [])], purposes: [rules[at]?.purpose ?? 'directory'] },
          })),
        );
        const chosen = opened.map(([field, to]) => saved(1, `person.${field}`, to));
        const relations = withoutObjected(policy, relationsOf([policy], 'person', chosen), objections);
        const fields = projectRelation(policy, { ...person, standing, objections, relations }, relation);
        const allowed = SOME.filter((field, at) => {
          const { relations = [], purpose = 'map' } = rules[at] ?? {};
          const isOpen = opened.some(([name, to]) => name === field && to === relation);
          const used = !objections.includes(purpose);
          return standing === 'member' && isOpenable(field) && isOpen && relations.includes(relation) && used;
        });
        expect(Object.keys(fields ?? {}).sort()).toEqual(allowed.sort());
      }),
      cases(),
    );
  });
});

it('lets the shipped policy open the town to the same group', () => {
  const policy = { ...compilePolicy(document, REGISTRY), publishedAt: new Date(0) };
  const chosen = [{ ...saved(1), policySha256: policy.sha256 }];
  const relations = relationsOf([policy], 'person', chosen);
  expect(projectRelation(policy, { ...person, relations }, 'same_group')).toEqual({ town: { town_id: 5 } });
});
