import { expect, test } from 'vitest';
import { byTheme, themeOf } from '~/features/privacy/themes';

const person = (...fields: string[]) => ({ subject: 'person', fields });

test.each([
  [person('name', 'alias', 'pronouns'), 'who'],
  [person('interests', 'skills'), 'what'],
  [person('town'), 'where'],
  [person('phone', 'town'), 'reach'],
  [person('joined'), 'here'],
  [person('a_field_to_come'), 'other'],
  [{ subject: 'group', fields: ['name'] }, 'other'],
] as const)('%j stands under %s', (category, theme) => {
  expect(themeOf(category)).toBe(theme);
});

test('a theme without a category is left out, and the order is that of the page', () => {
  const choices = (['where', 'who', 'where'] as const).map((theme, number) => ({ theme, number }));
  expect(byTheme(choices)).toEqual([
    { theme: 'who', choices: [choices[1]] },
    { theme: 'where', choices: [choices[0], choices[2]] },
  ]);
});
