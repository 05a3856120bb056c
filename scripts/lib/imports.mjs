import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/**
 * The order of the floors, as a lint rule: who may import whom, and which modules open the pools that see everything.
 * Type-only imports leave nothing behind in the build; they are held to the floors as well, except where a rule says so.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Features in order; a feature may import `directory` and `circles`, and those named for it here. */
const LOWER_FEATURES = ['directory', 'circles'];
const FEATURE_IMPORTS = {
  directory: ['profile'],
  unity: ['privacy', 'notices'],
  joining: ['profile', 'unity'],
  operate: ['profile', 'joining'],
  claims: ['operate'],
  inviting: ['profile', 'joining'],
  welcoming: ['profile', 'joining', 'inviting', 'unity'],
  notices: [],
  freshness: ['notices'],
  security: [],
  stewarding: [],
  concerns: [],
  contact: [],
  blocking: [],
};

/** Modules that may open the pools of the writer and self roles. */
const WRITERS = [
  'app/sharing/command.server.ts',
  'app/sharing/policies.server.ts',
  'app/auth/',
  'app/lib/mail/',
  'app/lib/rate-limit.server.ts',
  'app/lib/http/health.server.ts',
  'app/server/housekeeping.server.ts',
];
const SELVES = ['app/features/', 'app/sharing/', 'app/auth/'];

const read = (folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mts|mjs)$/.test(entry.name))
    .map((entry) => posix.join(...relative(root, join(entry.parentPath, entry.name)).split(/[\\/]/)))
    .filter((path) => !path.startsWith('app/lib/paraglide/'));

const isServer = (path) => /\.server(\.|$)|\/\.server\//.test(path);

function floorOf(path) {
  const [top, second, third] = path.split('/');
  if (top !== 'app') return { name: top };
  if (second === 'features')
    return { name: 'feature', feature: third, server: isServer(path), component: path.includes('/components/') };
  if (['lib', 'sharing', 'auth', 'ui', 'routes'].includes(second)) return { name: second, server: isServer(path) };
  if (second === 'server' || /^(server|registry\.server)\./.test(second)) return { name: 'house' };
  return { name: 'entry' };
}

const ALWAYS = {
  lib: ['lib'],
  libServer: ['lib', 'db', 'emails'],
  db: ['db', 'lib'],
  emails: ['emails', 'lib', 'ui'],
  sharing: ['sharing', 'auth', 'db', 'lib', 'emails'],
  auth: ['auth', 'sharing', 'db', 'lib', 'emails', 'ui'],
  ui: ['ui', 'lib'],
  routes: ['feature', 'auth', 'ui', 'lib', 'sharing'],
  entry: ['feature', 'auth', 'ui', 'lib', 'routes', 'entry'],
  house: ['feature', 'auth', 'ui', 'lib', 'sharing', 'db', 'emails', 'house', 'entry'],
};

function mayImport(from, to, { typeOnly, target }) {
  const allowed = ALWAYS[from.name === 'lib' && from.server ? 'libServer' : from.name];
  if (from.name === 'scripts' || from.name === 'tests') return to.name !== 'tests' || from.name === 'tests';
  if (to.name === 'scripts' || to.name === 'tests' || to.name === 'routes')
    return from.name === 'entry' && to.name === 'routes';
  if (from.name === 'feature') return mayFeatureImport(from, to, typeOnly);
  if (['db', 'emails'].includes(from.name) && to.name === 'lib')
    return typeOnly || !isServer(target) || /root\.server|env\.server/.test(target);
  if (['ui'].includes(from.name) && to.name === 'lib') return typeOnly || !isServer(target);
  if (from.name === 'lib' && !from.server && to.name === 'lib') return typeOnly || !isServer(target);
  if (from.name === 'routes' && to.name === 'sharing') return typeOnly;
  return allowed?.includes(to.name) ?? false;
}

function mayFeatureImport(from, to, typeOnly) {
  if (to.name === 'feature') {
    const known =
      to.feature === from.feature ||
      LOWER_FEATURES.includes(to.feature) ||
      FEATURE_IMPORTS[from.feature]?.includes(to.feature);
    return Boolean(known) && (from.server || typeOnly || !to.server);
  }
  if (to.name === 'ui' || to.name === 'lib') return from.server || typeOnly || !to.server;
  if (['sharing', 'auth', 'db', 'emails'].includes(to.name))
    return from.server || typeOnly || (to.name !== 'db' && !to.server);
  return false;
}

function resolve(from, specifier) {
  if (specifier.startsWith('~/')) return `app/${specifier.slice(2)}`;
  if (specifier.startsWith('#db/')) return `db/${specifier.slice(4)}`;
  if (specifier.startsWith('#emails/')) return `emails/${specifier.slice(8)}`;
  if (specifier.startsWith('.')) return posix.normalize(posix.join(posix.dirname(from), specifier));
  return null;
}

function importsOf(path) {
  const source = ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.Latest);
  const found = [];
  const add = (node, typeOnly) =>
    found.push({ specifier: node.text, typeOnly, line: source.getLineAndCharacterOfPosition(node.pos).line + 1 });
  const visit = (node) => {
    if (ts.isImportDeclaration(node)) {
      const names = node.importClause?.namedBindings;
      const allTypes =
        names && ts.isNamedImports(names) && !node.importClause.name && names.elements.every((each) => each.isTypeOnly);
      add(node.moduleSpecifier, Boolean(node.importClause?.isTypeOnly || (allTypes && names.elements.length > 0)));
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && node.arguments[0]) {
      if (ts.isStringLiteral(node.arguments[0])) add(node.arguments[0], false);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const faults = [];
for (const path of ['app', 'db', 'emails', 'scripts', 'tests'].flatMap(read)) {
  const from = floorOf(path);
  for (const { specifier, typeOnly, line } of importsOf(path)) {
    const target = resolve(path, specifier);
    if (!target || target.startsWith('app/lib/paraglide/')) continue;
    const fault = (why) => faults.push(`${path}:${line} imports ${target}: ${why}`);
    if (!mayImport(from, floorOf(target), { typeOnly, target }))
      fault(`${from.name} may not import ${floorOf(target).name} there`);
    const named = (list) =>
      list.some((each) => path.startsWith(each)) || ['scripts', 'tests', 'db'].includes(from.name);
    if (/^db\/writer\.server/.test(target) && !named(WRITERS)) fault('only named modules open the writer pool');
    if (/^db\/self\.server/.test(target) && !named(SELVES)) fault('only named modules open the self pool');
    if (/^db\/client\.server/.test(target) && !typeOnly && !['db', 'scripts', 'tests', 'house'].includes(from.name))
      fault('only the house opens the database');
  }
}
if (faults.length > 0) {
  console.error(faults.join('\n'));
  console.error(`${faults.length} imports go against the order of the floors.`);
  process.exit(1);
}
console.log('Every import keeps to the floors.');
