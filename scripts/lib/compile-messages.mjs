/**
 * Compiles the messages into functions, unless those in place are of these messages. It takes longer than most of what
 * needs them, so builds, checks and tests share one result.
 *   node scripts/lib/compile-messages.mjs
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { at } from './root.mjs';

/**
 * One structure in every mode: a mixture of two does not build.
 * @type {import('@inlang/paraglide-js').CompilerOptions}
 */
export const MESSAGES = {
  project: './app/lib/messages/project.inlang',
  outdir: './app/lib/paraglide',
  strategy: ['baseLocale'],
  outputStructure: 'message-modules',
  emitTsDeclarations: true,
  isServer: "import.meta.env?.SSR ?? typeof window === 'undefined'",
};

const stamp = at('.cache', 'messages.hash');
const outputs = ['messages.js', 'messages.d.ts', 'runtime.js', 'registry.js'];

function hashOfSources() {
  const folder = at('app/lib/messages');
  const names = readdirSync(folder, { recursive: true }).filter((name) => /^\w\w\/[\w-]+\.json$/.test(name));
  const hash = createHash('sha1').update(JSON.stringify(MESSAGES));
  for (const name of ['project.inlang/settings.json', ...names.sort()])
    hash.update(`${name}\0`).update(readFileSync(path.join(folder, name)));
  for (const tool of ['paraglide-js', 'plugin-message-format'])
    hash.update(readFileSync(at('node_modules/@inlang', tool, 'package.json')));
  return hash.digest('hex');
}

const isCompiled = (hash) =>
  existsSync(stamp) &&
  readFileSync(stamp, 'utf8') === hash &&
  outputs.every((name) => existsSync(at('app/lib/paraglide', name)));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const hash = hashOfSources();
  if (!isCompiled(hash)) {
    process.chdir(at());
    const { compile } = await import('@inlang/paraglide-js');
    await compile(MESSAGES);
    mkdirSync(at('.cache'), { recursive: true });
    writeFileSync(stamp, hash);
  }
  // The compiler leaves something open that would keep this process from ending.
  process.exit(0);
}
