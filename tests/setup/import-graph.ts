import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const IMPORT = /^(?:import|export)\s+(?!type\b)(?:[^;']*?\bfrom\s+)?'([^']+)'/gm;

/** The file that an import of the project names; null for a package. */
function resolved(from: string, specifier: string): string | null {
  const bare = specifier.split('?')[0] ?? '';
  const path = bare.startsWith('~/')
    ? join(ROOT, 'app', bare.slice(2))
    : /^#(?:db|emails)\//.test(bare)
      ? join(ROOT, bare.slice(1))
      : bare.startsWith('.')
        ? join(dirname(from), bare)
        : null;
  if (!path) return null;
  const found = [path, `${path}.ts`, `${path}.tsx`, join(path, 'index.ts')].find(
    (each) => existsSync(each) && statSync(each).isFile(),
  );
  return found && /\.tsx?$/.test(found) ? found : null;
}

const direct = new Map<string, readonly string[]>();

function importsOf(file: string): readonly string[] {
  const known = direct.get(file);
  if (known) return known;
  const all = [...readFileSync(file, 'utf8').matchAll(IMPORT)].flatMap((match) => resolved(file, match[1] ?? '') ?? []);
  direct.set(file, all);
  return all;
}

/** Every module of the project that a file comes to import, itself included, as paths from the root. */
export function reachedFrom(path: string): Set<string> {
  const reached = new Set([join(ROOT, path)]);
  for (const file of reached) for (const next of importsOf(file)) reached.add(next);
  return new Set([...reached].map((file) => relative(ROOT, file)));
}
