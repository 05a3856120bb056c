const ALIVE = new Set(['Survived', 'NoCoverage']);
const DEAD = new Set(['Killed', 'Timeout']);

/**
 * What is left of the mutants of a report.
 * @param report as Stryker's JSON reporter writes it
 * @param equivalent mutants that cannot be told from the original, with why
 * @returns the share that was killed, in percent; those that live, each with the reason or null; and entries of the list
 *   that no longer meet a survivor
 */
export function survivorsOf(report, equivalent) {
  const mutants = Object.entries(report.files).flatMap(([file, { source, mutants: found }]) =>
    found.map((mutant) => ({
      file,
      at: mutant.location.start.line,
      line: (source.split('\n')[mutant.location.start.line - 1] ?? '').trim(),
      replacement: mutant.replacement ?? '',
      status: mutant.status,
    })),
  );
  const same = (one, other) =>
    one.file === other.file && one.line === other.line && one.replacement === other.replacement;
  const living = mutants.filter(({ status }) => ALIVE.has(status));
  const killed = mutants.filter(({ status }) => DEAD.has(status)).length;
  return {
    score: (100 * killed) / (killed + living.length),
    survivors: living.map((mutant) => ({ ...mutant, why: equivalent.find((each) => same(each, mutant))?.why ?? null })),
    outdated: equivalent.filter((each) => report.files[each.file] && !living.some((mutant) => same(each, mutant))),
  };
}
