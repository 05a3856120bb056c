import { describe, expect, it } from 'vitest';
import { compilePolicy } from '~/sharing/compile-policy.server';
import document from '~/sharing/policy/default.md?raw';
import { faultLine, PolicyError, readPolicyDocument } from '~/sharing/policy-document';
import { proseWarnings } from '~/sharing/policy-faults';
import { REGISTRY } from '~/sharing/registry';

const lineOf = (part: string) => document.slice(0, document.indexOf(part)).split('\n').length;
const PHONE = lineOf('  person.phone:');

function faultsOf(text: string, options?: { whole?: boolean }): string[] {
  try {
    compilePolicy(text, REGISTRY, options);
    return [];
  } catch (error) {
    if (error instanceof PolicyError) return error.faults.map(faultLine);
    throw error;
  }
}

const changed = (...changes: [from: string | RegExp, to: string][]) =>
  changes.reduce((text, [from, to]) => {
    const other = text.replace(from, to);
    if (other === text) throw new Error(`The policy does not hold ${from}.`);
    return other;
  }, document);

describe('a policy document that cannot be used is answered with every fault and its line', () => {
  it.each<[what: string, text: string, faults: string[]]>([
    ['no front matter', '# Privacy', ['Line 1: It has to begin with a block between two lines of three dashes.']],
    ['nothing', '', ['Line 1: It has to begin with a block between two lines of three dashes.']],
    [
      'an unknown field',
      changed(['fields: [phone]', 'fields: [phone, shoe_size]']),
      [`Line ${PHONE}: person.phone: there is no field person.shoe_size.`],
    ],
    [
      'a field of no category, and one of two',
      changed(['fields: [phone]', 'fields: [email]']),
      [
        `Line ${PHONE}: person.phone: the field person.email stands in another category already.`,
        `Line ${lineOf('  person.name:')}: No category covers the field person.phone.`,
      ],
    ],
    [
      'a ceiling below the default',
      changed([/(person\.phone: .*)ceiling: member, default: self/, '$1ceiling: steward, default: member']),
      [`Line ${PHONE}: person.phone: the default (member) is wider than the ceiling (steward).`],
    ],
    [
      'an unknown audience',
      changed([/(person\.phone: .*)ceiling: member/, '$1ceiling: friends']),
      [
        `Line ${PHONE}: categories > person.phone > ceiling: Invalid option: expected one of "self"|"steward"|"weaver"|"member"|"public".`,
      ],
    ],
    [
      'a rule that there is not',
      changed([/(person\.phone: \{)/, '$1 sell: true,']),
      [`Line ${PHONE}: categories > person.phone > sell: there is nothing of this name.`],
    ],
    [
      'a period in other words',
      changed([/(person\.phone: .*retention: )account\+30d/, '$1forever']),
      [`Line ${PHONE}: categories > person.phone > retention: retention is written like account+30d or 90d.`],
    ],
    [
      'a recipient of what there is not',
      changed(['resend: { categories: [account.address]', 'resend: { categories: [person.shoes]']),
      [`Line ${lineOf('  resend:')}: Recipient resend: there is no category person.shoes.`],
    ],
    [
      'a category without its placeholder',
      changed(['{{share:person.phone}}', '']),
      [`Line ${lineOf('=== en')}: The text (en) never says {{share:person.phone}}.`],
    ],
    [
      'a placeholder that stands for nothing',
      changed(['{{share:person.phone}}', '{{share:person.phone}} {{who:person.phone}} {{share:person.shoes}}']),
      [
        `Line ${lineOf('{{share:person.phone}}')}: The text (en) holds {{who:person.phone}}, which stands for nothing.`,
        `Line ${lineOf('{{share:person.phone}}')}: The text (en) speaks of person.shoes, which is no category.`,
      ],
    ],
    ['no English', changed(['=== en', '=== fr']), ['The text has no English part (a line "=== en").']],
  ])('%s', (_what, text, faults) => {
    expect(faultsOf(text)).toEqual(faults);
  });

  it.each([
    ['a bracket left open', changed(['fields: [phone]', 'fields: [phone'])],
    ['a name twice', changed([/\n( {2}person\.phone: .*)\n/, '\n$1\n$1\n'])],
    ['a tab', changed(['  person.phone:', '\tperson.phone:'])],
  ])('YAML with %s, by the line', (_what, text) => {
    expect(faultsOf(text).length).toBeGreaterThan(0);
    for (const fault of faultsOf(text)) expect(fault).toMatch(/^Line [123]\d: \S/);
  });

  it('and one that is only too old for this software is used, with what it does not cover denied', () => {
    const lacking = document.replace(/\n {2}person\.needs: .*/, '').replaceAll(/.*person\.needs.*\n/g, '');
    expect(faultsOf(lacking, { whole: false })).toEqual([]);
    expect(compilePolicy(lacking, REGISTRY, { whole: false }).categoryOf('person', 'needs')).toBeUndefined();
  });

  it('lines are counted alike where they end as on Windows', () => {
    const windows = changed(['fields: [phone]', 'fields: [phone, shoe_size]']).replaceAll('\n', '\r\n');
    expect(faultsOf(windows)).toEqual([`Line ${PHONE}: person.phone: there is no field person.shoe_size.`]);
  });
});

describe('a sentence that says by hand what a placeholder says', () => {
  const warnings = (text: string) => proseWarnings(readPolicyDocument(text)).map(faultLine);

  it('is warned of, with its line', () => {
    const text = changed([
      'Your phone number.** {{share:person.phone}} We keep it {{retention:person.phone}}',
      'Your phone number**, for members {{share:person.phone}} We keep it 30 days {{retention:person.phone}}',
    ]);
    const line = lineOf('- **Your phone number');
    expect(warnings(text)[0]).toMatch(new RegExp(`^Line ${line}: The text \\(en\\) says “members” by hand`));
    const spanish = changed([
      'Tu teléfono.** {{share:person.phone}}',
      'Tu teléfono**, para miembros {{share:person.phone}}',
    ]);
    expect(warnings(spanish)[0]).toContain('says “miembros” by hand');
  });

  it('stands nowhere in the policy that comes with the software', () => {
    expect(warnings(document)).toEqual([]);
  });
});
