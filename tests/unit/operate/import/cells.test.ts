import { describe, expect, it } from 'vitest';
import { cleanCell, cutText, garbledWord, isFormula, saysNothing, splitValues } from '~/features/operate/import/cells';

describe('a cell with several values', () => {
  it.each([
    ['Water; Food', ['Water', 'Food']],
    ['Water, Food', ['Water', 'Food']],
    ['Women, Peace and Security; Energy', ['Women, Peace and Security', 'Energy']],
    ['Water|Food\nAir', ['Water', 'Food', 'Air']],
    ['Creeks (urban, rural), Lakes', ['Creeks (urban, rural)', 'Lakes']],
    ['Creeks (urban, Lakes', ['Creeks (urban', 'Lakes']],
    ['https://a.example/x,y;z https://b.example', ['https://a.example/x,y;z https://b.example']],
    ['https://a.example, https://b.example', ['https://a.example', 'https://b.example']],
    ['https://a.example;https://b.example', ['https://a.example', 'https://b.example']],
    ['Water;; ;N/A;-', ['Water']],
    ['', []],
  ])('%j is parted', (text, values) => {
    expect(splitValues(text)).toEqual(values);
  });

  it('is parted in time that grows with its length only', () => {
    const began = performance.now();
    for (const text of ['('.repeat(100_000), `https://a.example/${';'.repeat(100_000)}`, 'www.'.repeat(25_000)])
      splitValues(text);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

describe('a cell', () => {
  it.each([
    ['=1+1', true],
    ['+1 555 0100', true],
    ['-SUM(A1)', true],
    ['@handle', true],
    ['- a bullet', false],
    ['a=b', false],
    ['-', false],
  ])('%j may be a formula: %s', (text, formula) => {
    expect(isFormula(text)).toBe(formula);
  });

  it.each([
    ['AsociaciÃ³n de mujeres', 'AsociaciÃ³n'],
    ['Womenâ€™s network', 'Womenâ€™s'],
    ['Bogot\ufffd', 'Bogot\ufffd'],
    ['Ação, São Paulo, Âmbito, ÁÃ', null],
  ])('%j shows that it was garbled: %j', (text, word) => {
    expect(garbledWord(text)).toBe(word);
  });

  it('keeps tabs, line breaks and markup as text', () => {
    expect(cleanCell(' <b>a</b>\r\nb\tc ')).toEqual({ text: '<b>a</b>\nb\tc', removed: false });
  });

  it('is cut between letters', () => {
    expect(cutText('ab🌊', 3)).toBe('ab');
  });

  it.each(['', 'n/a', 'N.A.', 'NA', '-', '—', 'None', 'ninguno'])('%j says nothing', (text) =>
    expect(saysNothing(text)).toBe(true),
  );
  it.each(['Nan', 'Nao', 'No', '0'])('%j says something', (text) => expect(saysNothing(text)).toBe(false));
});
