import { expect, test } from 'vitest';
import en from '~/lib/messages/en/shell.json';
import es from '~/lib/messages/es/shell.json';

const parameters = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

test('English and Spanish have the same messages', () => {
  expect(Object.keys(es).sort()).toEqual(Object.keys(en).sort());
});

test.each(Object.entries(en))('%s takes the same parameters in both languages', (key, text) => {
  expect(parameters(es[key as keyof typeof es])).toEqual(parameters(text));
});
