import { describe, expect, it } from 'vitest';
import { compilePolicy } from '~/sharing/compile-policy.server';
import document from '~/sharing/policy/default.md?raw';
import { REGISTRY } from '~/sharing/registry';
import { daysToLeave, KEPT_TO_BY, readRetention, unkeptPeriod } from '~/sharing/retention';

const compiled = (change: (text: string) => string) => compilePolicy(change(document), REGISTRY);
const shorter = (days: number) => (text: string) =>
  text.replace(/(person\.phone: .*)account\+30d/, `$1account+${days}d`);

describe('how long something is kept', () => {
  it.each([
    ['account+30d', { after: 'account', days: 30 }],
    ['event+0d', { after: 'event', days: 0 }],
    ['90d', { after: null, days: 90 }],
  ])('is read from %s', (text, read) => {
    expect(readRetention(text)).toEqual(read);
  });

  it.each(['', '90', 'account', 'forever', 'person+3d'])('is not read from “%s”', (text) => {
    expect(() => readRetention(text)).toThrow('no period');
  });

  it('is kept to for every category of the shipped policy', () => {
    for (const category of compiled((text) => text).categories) {
      expect([category.name, unkeptPeriod(category)]).toEqual([category.name, null]);
      expect(KEPT_TO_BY[category.subject].by).toBeTruthy();
    }
  });

  it('is refused at publishing where nothing here keeps to it', () => {
    const simplyDays = (text: string) => text.replace(/(?<rule>person\.phone: .*)account\+30d/, '$<rule>90d');
    expect(() => compiled(simplyDays)).toThrow(/person\.phone: 90d is a period that nothing here keeps to/);
  });

  it.each([
    [30, 14],
    [14, 14],
    [3, 3],
    [0, 0],
  ])('of %i days after the account makes %i days between the wish to leave and the end', (days, until) => {
    expect(daysToLeave(compiled(shorter(days)))).toBe(until);
  });
});
