import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { at, root } from './root.mjs';

const folders = ['app', 'db', 'emails', 'public', 'scripts/hub', 'scripts/demo'];
const files = ['package.json', 'package-lock.json', 'remix.config.js', 'vite.config.ts', 'tsconfig.json'];
// Paraglide writes into its project folder while it compiles: of that, only the settings are a source.
const generated = /^app\/lib\/(paraglide|messages\/project\.inlang\/(?!settings\.json$).*)$/;

function* filesIn(folder) {
  for (const entry of readdirSync(at(folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = path.posix.join(folder, entry.name);
    if (generated.test(name)) continue;
    if (entry.isDirectory()) yield* filesIn(name);
    else yield name;
  }
}

/** A hash of everything the build is made from. */
export function fingerprint() {
  const hash = createHash('sha1');
  for (const name of [
    ...files,
    ...folders.filter((folder) => existsSync(at(folder))).flatMap((folder) => [...filesIn(folder)]),
  ]) {
    const content = readFileSync(path.join(root, name));
    hash.update(`${name}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}
