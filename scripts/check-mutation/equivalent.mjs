/**
 * Mutants that no test can tell from the original, each with the reason: the file, the line it changes as it stands there,
 * what the change puts in, and why nobody sees a difference.
 * @type {readonly { file: string, line: string, replacement: string, why: string }[]}
 */
export const EQUIVALENT = [];
