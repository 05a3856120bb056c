// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { PolicyTable } from '~/features/privacy/components/policy-table';
import { describePolicy, policyTable } from '~/features/privacy/policy-page.server';
import { type Audience, reaches } from '~/lib/audience';
import { m } from '~/lib/paraglide/messages.js';
import { IMPORTED_KEPT_DAYS } from '~/lib/standing';
import type { CompiledCategory } from '~/sharing/compile-policy.server';
import { effectiveForPerson } from '~/sharing/effective';
import { html } from '../ui/render';
import { LOCALES, samplePolicy } from './policy';

const AUDIENCE: Record<Audience, RegExp> = {
  self: /^Only (you|the group's leads|whoever hosts the event)$/,
  steward: /^Stewards of this network$/,
  weaver: /^Weavers and stewards$/,
  member: /^Members of this network$/,
  public: /^Anyone on the internet$/,
};
const PURPOSE = {
  directory: 'finding people and groups',
  map: 'the map',
  introductions: 'introductions between people',
  event_logistics: 'running events',
  alerts: 'letters from this hub',
  statistics: 'counts without names',
  safety: 'keeping people safe',
};
const RELATION = {
  connection: /introduction both accepted/,
  same_group: /same group/,
  same_circle: /same circle/,
  event_host: /hosts the event/,
  event_attendee: /said they will come/,
  broker: /makes the introduction/,
};
const UNTIL = { account: /you have an account/, group: /the group is here/, event: /the event/ };

/** Lines of each cell of the rendered table, by row. */
function renderedRows(policy: ReturnType<typeof samplePolicy>): string[][][] {
  const page = new DOMParser().parseFromString(html(<PolicyTable rows={policyTable(policy, 'en')} />), 'text/html');
  return [...page.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map((cell) => {
      const more = [...cell.querySelectorAll('p')].map((line) => line.textContent ?? '');
      for (const line of cell.querySelectorAll('p')) line.remove();
      return [cell.textContent ?? '', ...more];
    }),
  );
}

function expectRow(
  cells: string[][],
  category: CompiledCategory,
  recipients: Record<string, { categories: string[] }>,
) {
  const [, [proposed] = [], [ceiling, ...relations] = [], uses = [], [kept = ''] = [], [given] = []] = cells;
  const [purposes = '', basis, searchable] = uses;
  expect(proposed).toMatch(AUDIENCE[category.default]);
  expect(ceiling).toMatch(AUDIENCE[category.ceiling]);
  expect(relations).toHaveLength(category.relations.length);
  category.relations.forEach((relation, at) => {
    expect(relations[at]).toMatch(RELATION[relation]);
  });
  const named = Object.entries(PURPOSE).filter(([, words]) => purposes.toLowerCase().includes(words));
  expect(named.map(([purpose]) => purpose).sort()).toEqual([...category.purposes].sort());
  expect(basis).toMatch(
    { consent: /consent/, contract: /sign you in/, legitimate_interest: /interest/ }[category.basis],
  );
  expect(searchable).toMatch(category.searchable ? /^Whoever sees it/ : /^Not found/);
  const [, until, days] = /^(?:(\w+)\+)?(\d+)d$/.exec(category.retention) ?? [];
  expect(kept).toContain(`${days} day`);
  if (until) expect(kept).toMatch(UNTIL[until as keyof typeof UNTIL]);
  const receives = Object.values(recipients).some((rule) => rule.categories.includes(category.name));
  expect(given !== 'Nobody').toBe(receives);
}

const narrowed = (text: string) =>
  text
    .replace(/(person\.name: .*)ceiling: public, default: member/, '$1ceiling: weaver, default: steward')
    .replace(/(person\.town: .*)relations: \[same_group, same_circle\]/, '$1relations: [connection]')
    .replace('resend: { categories: [account.address]', 'post: { categories: [account.address, person.name]');

describe('what the policy page says of people who are not members yet', () => {
  test.each([
    ['imported', 'steward', 'Stewards of this network'],
    ['newcomer', 'weaver', 'Weavers and stewards'],
  ] as const)('%s: is what the projections do', (standing, widest, words) => {
    const policy = samplePolicy();
    const said = describePolicy(policy, 'en').beforeJoining.find((each) => each.standing === standing);
    expect(said?.seen).toContain(words);
    const people = policy.categories.filter(({ subject }) => subject === 'person');
    for (const category of people) {
      const effective = effectiveForPerson(category, 'public', standing);
      expect([category.name, reaches(widest, effective)]).toEqual([category.name, true]);
    }
    expect(people.some((each) => effectiveForPerson(each, 'public', standing) === widest)).toBe(true);
  });
  test.each(LOCALES)('names the days until they are deleted, in %s', (locale) => {
    const page = describePolicy(samplePolicy(), locale);
    expect(page.beforeJoining[0]?.seen).toContain(` ${IMPORTED_KEPT_DAYS} `);
    expect(JSON.stringify(page.beforeJoining)).not.toMatch(/undefined|\{audience|privacy_/);
    expect(page.prose.html).toContain(m.privacy_standing_title({}, { locale }));
  });
});

describe('the table of the policy page', () => {
  test.each([
    ['as shipped', (text: string) => text],
    ['narrowed by a network', narrowed],
  ])('equals the compiled policy in every cell, %s', (_, change) => {
    const policy = samplePolicy(change);
    const rows = renderedRows(policy);
    expect(rows).toHaveLength(policy.categories.length);
    policy.categories.forEach((category, at) => {
      expectRow(rows[at] as string[][], category, policy.recipients);
    });
  });
  test.each(LOCALES)('speaks %s throughout', (locale) => {
    const cells = policyTable(samplePolicy(), locale).flatMap((row) => Object.values(row).flat());
    for (const cell of cells) expect(cell).not.toMatch(/undefined|\{|privacy_/);
  });
  test('stands beside the recipients and the smallest number published', () => {
    const page = describePolicy(samplePolicy(), 'en');
    expect(page.recipients).toEqual([
      {
        label: 'Resend, the service that delivers our letters',
        gets: 'The address you sign in with, for letters from this hub',
      },
    ]);
    expect(page.statistics).toEqual({ minimum: 10, round: 10 });
  });
});
