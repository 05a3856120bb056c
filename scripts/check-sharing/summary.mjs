const number = new Intl.NumberFormat('en');

/**
 * What the tests told of their work, summed up.
 * @param told lines of the report: `{ test, cells?, cases?, crashes?, leaks? }`
 * @param ended tests that passed and failed
 * @returns the lines to print; and `held`: whether anything was checked, nothing leaked and no test failed
 */
export function summaryOf(told, { passed, failed }) {
  const sum = (key) => told.reduce((total, each) => total + (each[key] ?? 0), 0);
  const tests = (key) => new Set(told.filter((each) => each[key] > 0).map(({ test }) => test)).size;
  const line = (label, key) => `${label}: ${number.format(sum(key))}, by ${tests(key)} of the tests`;
  const leaks = sum('leaks');
  return {
    lines: [
      line('Cells checked', 'cells'),
      line('Cases run', 'cases'),
      line('Crashes', 'crashes'),
      `Leaks: ${number.format(leaks)}`,
      `${passed} tests passed, ${failed} failed`,
    ],
    held: leaks === 0 && failed === 0 && sum('cells') > 0 && sum('cases') > 0,
  };
}
