/**
 * Mutants that no test can tell from the original, each with the reason: the file, the line it changes as it stands there,
 * what the change puts in, and why nobody sees a difference.
 * @type {readonly { file: string, line: string, replacement: string, why: string }[]}
 */
export const EQUIVALENT = [
  {
    file: 'app/sharing/project.ts',
    line: 'if (name === null || !personExists(policy, person, audience)) return null;',
    replacement: 'false',
    why: 'personExists says no to whoever has no name to go by; the first half is for the type.',
  },
  {
    file: 'app/sharing/project.ts',
    line: 'const since = url && month(dead?.[url] ?? null);',
    replacement: 'true',
    why: 'No link is known by the address null.',
  },
];
