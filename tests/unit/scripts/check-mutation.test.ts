import { expect, it } from 'vitest';
import { survivorsOf } from '../../../scripts/check-mutation/survivors.mjs';

const mutant = (line: number, replacement: string, status: string) => ({
  ...{ id: replacement, mutatorName: 'x', replacement, status },
  location: { start: { line, column: 1 }, end: { line, column: 2 } },
});
const report = {
  files: {
    'app/a.ts': {
      source: 'one\n  two();\n',
      mutants: [
        mutant(1, 'A', 'Killed'),
        mutant(1, 'B', 'Timeout'),
        mutant(1, 'C', 'Ignored'),
        mutant(2, 'D', 'Survived'),
        mutant(2, 'E', 'NoCoverage'),
      ],
    },
  },
};
const entry = (replacement: string) => ({ file: 'app/a.ts', line: 'two();', replacement, why: 'says the same' });

it('tells which mutants live, and why where that is known', () => {
  const { score, survivors, outdated } = survivorsOf(report, [
    entry('D'),
    entry('F'),
    { ...entry('D'), file: 'app/not-mutated-this-time.ts' },
  ]);
  expect(score).toBe(50);
  expect(survivors.map(({ at, line, replacement, why }) => [at, line, replacement, why])).toEqual([
    [2, 'two();', 'D', 'says the same'],
    [2, 'two();', 'E', null],
  ]);
  expect(outdated).toEqual([entry('F')]);
});
