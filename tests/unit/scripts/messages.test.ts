import { describe, expect, it } from 'vitest';
import { faults, readCatalogues } from '../../../scripts/lib/messages.mjs';

const plural = (one: string, other: string) => [
  {
    declarations: ['input count', 'local form = count: plural'],
    selectors: ['form'],
    match: { 'form=one': one, 'form=other': other },
  },
];

describe('faults', () => {
  it.each<[string, object, object, string[]]>([
    ['nothing in equal catalogues', { a: 'Hi {name}' }, { a: 'Hola {name}' }, []],
    [
      'nothing in plurals that use a name here and not there',
      { a: plural('one', '{count}') },
      { a: plural('{count}', '{count}') },
      [],
    ],
    ['a missing translation', { a: 'Hi', b: 'Bye' }, { a: 'Hola' }, ['es/x.json lacks b']],
    ['a translation of nothing', { a: 'Hi' }, { a: 'Hola', b: 'Adiós' }, ['en/x.json lacks b']],
    ['another placeholder', { a: 'Hi {name}' }, { a: 'Hola {nombre}' }, ['a takes {name} in en, {nombre} in es']],
    ['an empty text', { a: 'Hi' }, { a: ' ' }, ['es/x.json: a is empty']],
  ])('finds %s', (_, en, es, expected) => {
    expect(faults({ en: { x: en }, es: { x: es } })).toEqual(expected);
  });

  it('finds a key that stands in two files', () => {
    const both = { x: { a: 'Hi' }, y: { a: 'Hi' } };
    expect(faults({ en: both, es: both })).toEqual(['a stands in x.json and in y.json']);
  });
});

describe('readCatalogues', () => {
  it('reads both languages', () => {
    expect(Object.keys(readCatalogues()).sort()).toEqual(['en', 'es']);
  });
});
