import { describe, expect, it } from 'vitest';
import { GROUP_LIMITS } from '~/features/directory/groups.schema';
import { STARTER_VOCABULARIES } from '~/features/directory/starter-vocabularies';
import { upTo } from '~/lib/audience';
import { compilePolicy } from '~/sharing/compile-policy.server';
import defaultPolicy from '~/sharing/policy/default.md?raw';
import { REGISTRY } from '~/sharing/registry';
import { demoPlan } from '../../../scripts/demo/plan';

const policy = compilePolicy(defaultPolicy, REGISTRY);
const plan = demoPlan(policy);
const everything = JSON.stringify(plan);
const names = plan.people.map((person) => person.profile.name);

describe('the plan of the demo network', () => {
  it('is the same each time', () => expect(JSON.stringify(demoPlan(policy))).toBe(everything));

  it('names no web or mail domain but the reserved ones', () => {
    const hosts = [...everything.matchAll(/https?:\/\/([^/"\\\s]+)|[\w.-]+@([\w.-]+\.\w+)/g)].map(
      (found) => found[1] ?? found[2] ?? '',
    );
    expect(hosts.length).toBeGreaterThan(100);
    expect(hosts.filter((host) => !/(^|\.)example(\.org)?$/.test(host))).toEqual([]);
    expect(everything).not.toMatch(/\bwww\.|\w\.(com|net|info)\b/);
  });

  it('has only telephone numbers kept free for fiction', () => {
    const phones = plan.people.flatMap((person) => person.profile.contactPhone ?? []);
    expect(
      phones.filter((phone) => !/^\+1 \d{3} 555 01\d\d$|^\+61 491 570 (006|110|156|157|158|159|313|737)$/.test(phone)),
    ).toEqual([]);
  });

  it.each([
    ['a single letter', (name: string) => [...name].length === 1],
    ['80 letters without a space', (name: string) => [...name].length === 80 && !name.includes(' ')],
    ['80 letters with spaces', (name: string) => [...name].length === 80 && name.includes(' ')],
    ['Arabic', (name: string) => /\p{Script=Arabic}/u.test(name)],
    ['Hebrew', (name: string) => /\p{Script=Hebrew}/u.test(name)],
    ['Han', (name: string) => /\p{Script=Han}/u.test(name)],
    ['accents', (name: string) => /[ÉéńÖŁłễ]/.test(name)],
    ['an apostrophe and a hyphen', (name: string) => /’/.test(name) && /-/.test(name)],
    ['one word', (name: string) => /^\p{L}{4,20}$/u.test(name)],
  ])('has a name with %s', (_, matches) => expect(names.some(matches)).toBe(true));

  it('gives no two people the same name or handle', () => {
    expect(new Set(names).size).toBe(400);
    expect(new Set(plan.people.map((person) => person.handle)).size).toBe(400);
  });

  it('repeats no headline often', () => {
    const uses = new Map<string, number>();
    for (const { profile } of plan.people)
      if (profile.headline) uses.set(profile.headline, (uses.get(profile.headline) ?? 0) + 1);
    expect(Math.max(...uses.values())).toBeLessThanOrEqual(4);
    expect(uses.size).toBeGreaterThan(290);
  });

  it('leaves no word to fill in', () => expect(everything.match(/[{][a-z |]+[}]/gi)).toBeNull());

  it('asks for no wider audience than the policy allows', () => {
    const grants = [...plan.people, ...plan.groups].flatMap((each) => Object.entries(each.grants ?? {}));
    expect(
      grants.filter(([name, audience]) => !upTo(policy.category(name)?.ceiling ?? 'self').includes(audience)),
    ).toEqual([]);
  });

  it('stays within a narrower policy too', () => {
    const narrow = {
      categories: policy.categories.map((category) => ({
        ...category,
        ceiling: 'self' as const,
        default: 'self' as const,
      })),
    };
    const grants = demoPlan(narrow).people.flatMap((person) => Object.values(person.grants ?? {}));
    expect(new Set(grants)).toEqual(new Set(['self']));
  });

  it('writes a page for every group', () => {
    for (const { input, topics } of plan.groups) {
      expect(input.purpose?.length).toBeGreaterThan(60);
      expect(input.purpose?.length).toBeLessThan(GROUP_LIMITS.purpose);
      expect(topics.length).toBeGreaterThan(1);
    }
  });
});

describe('the starter vocabularies', () => {
  it.each(['interests', 'skills'] as const)('name all %s in English and Spanish, each once', (kind) => {
    const terms = STARTER_VOCABULARIES[kind];
    expect(terms.filter(({ slug, labels }) => !slug || !labels.en || !labels.es)).toEqual([]);
    for (const list of [
      terms.map((term) => term.slug),
      terms.map((term) => term.labels.en),
      terms.map((term) => term.labels.es),
    ]) {
      expect(new Set(list).size).toBe(list.length);
    }
  });

  it('have sign languages and the name each language gives itself', () => {
    const codes = STARTER_VOCABULARIES.languages.map((language) => language.code);
    expect(codes).toEqual(expect.arrayContaining(['ase', 'asf', 'mfs', 'fsl']));
    expect(STARTER_VOCABULARIES.languages.every((language) => language.name)).toBe(true);
  });
});
