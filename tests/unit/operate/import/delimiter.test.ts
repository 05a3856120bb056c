import { describe, expect, it } from 'vitest';
import { detectDelimiter } from '~/features/operate/import/delimiter';
import { csv } from '../../../factories/csv';

const ROWS = [
  ['Name', 'Focus', 'Overview'],
  ['Sample', 'Water; Food; Air', 'Rivers, creeks, lakes; and | pipes'],
  ['Example "quoted"', 'Soil, seeds', 'Two\nlines, here'],
];

describe('the delimiter of a file', () => {
  it.each([',', ';', '\t', '|'])('is found though others stand in the cells: %j', (delimiter) => {
    expect(detectDelimiter(csv(ROWS, { delimiter }))).toBe(delimiter);
    expect(detectDelimiter(csv(ROWS, { delimiter, eol: '\r\n' }))).toBe(delimiter);
  });

  it.each([
    ['one column', 'Name\nSample\n', ','],
    ['a header alone', 'Name;City;Country', ';'],
    ['rows of unequal length', 'Name;City;Country\nA;B\nC;D;E;F\nG;H;I\n', ';'],
    ['commas in the header of another', 'Name;City, State;Country\nA;B;C\n', ';'],
  ])('is told for %s', (_name, text, delimiter) => {
    expect(detectDelimiter(text)).toBe(delimiter);
  });
});
