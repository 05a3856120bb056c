import { describe, expect, it } from 'vitest';
import { filledIn, questionsOf } from '~/features/welcoming/join-texts';
import { STARTER_TEXTS } from '~/features/welcoming/starter-texts';
import { doneOf, STARTER_STEPS } from '~/features/welcoming/steps';

describe('questions and answers', () => {
  it.each<[string, string, [string, string][]]>([
    ['nothing', '', []],
    ['no heading', 'Just words', []],
    ['words before the first', 'Hello\n## A?\nYes', [['A?', 'Yes']]],
    [
      'two of different depth',
      '# A? #\nYes\n\nreally\n### B?\n- no',
      [
        ['A?', 'Yes\n\nreally'],
        ['B?', '- no'],
      ],
    ],
    [
      'a question without an answer',
      '## A?\n## B?\nNo',
      [
        ['A?', ''],
        ['B?', 'No'],
      ],
    ],
    ['a hash that is no heading', '## A?\n#water', [['A?', '#water']]],
  ])('are read from %s', (_, text, expected) => {
    expect(questionsOf(text).map(({ question, answer }) => [question, answer])).toEqual(expected);
  });
});

it('a text names the network and the page wherever a place is left for them', () => {
  expect(filledIn('{network} at {link}, {network}', { network: 'A', link: 'B' })).toBe('A at B, A');
});

it('every text and step that the hub comes with is in both languages', () => {
  const all = [...Object.values(STARTER_TEXTS), ...STARTER_STEPS.flatMap(({ label, text }) => [label, text])];
  for (const text of all) expect(Object.keys(text).sort()).toEqual(['en', 'es']);
});

describe('a step of the way in', () => {
  const facts = { signed: true, sharing: false, member: false, ticked: new Set(['first', 'sharing']) };
  it.each([
    ['principles', facts, { done: true, byHand: false }],
    ['principles', { ...facts, signed: null }, { done: false, byHand: true }],
    ['sharing', facts, { done: false, byHand: false }],
    ['weaver', { ...facts, member: true }, { done: true, byHand: false }],
    ['first', facts, { done: true, byHand: true }],
  ])('%s is done by facts, or by hand where there are none', (id, known, expected) => {
    const step = STARTER_STEPS.find((each) => each.id === id) ?? STARTER_STEPS[0];
    expect(step && doneOf(step, known)).toEqual(expected);
  });
});
