/**
 * Makes package-lock.json complete: `npm ci` refuses a lock that lacks the optional packages of other platforms, and
 * npm leaves them out whenever it cannot look them up. Run it after adding or upgrading a dependency:
 *   node scripts/lib/lock.mjs           adds what is missing, drops the registry addresses
 *   node scripts/lib/lock.mjs --check   only says whether something is missing; exit code 1 if so
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64'];

/** The platform a package is for, read from its name: { os, cpu, libc } with only the parts the name tells. */
export function platformOf(name) {
  const words = name.split('/').at(-1).split('-');
  const os = words.find((word) => SYSTEMS.includes(word) || word === 'windows');
  const cpu = words.find((word) => PROCESSORS.includes(word));
  const libc = words.some((word) => word.startsWith('musl'))
    ? 'musl'
    : words.some((word) => word.startsWith('gnu'))
      ? 'glibc'
      : '';
  return {
    ...(cpu && { cpu: [cpu] }),
    ...(libc && os === 'linux' && { libc: [libc] }),
    ...(os && { os: [os === 'windows' ? 'win32' : os] }),
  };
}

/** Where `name` is found from the package at `from`, as Node resolves it; undefined when it is absent. */
function find(packages, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const place = folder ? `${folder}/node_modules/${name}` : `node_modules/${name}`;
    if (packages[place]) return place;
    if (!folder) return undefined;
  }
}

/** Adds an entry for each optional package the lock names but does not hold; returns their places. */
export function addMissing(lock) {
  const { packages } = lock;
  const added = [];
  for (const [from, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (find(packages, from, name)) continue;
      const exact = /^\d+\.\d+\.\d+[\w.+-]*$/.test(version);
      if (!exact)
        throw new Error(`${from || 'package.json'} asks for ${name}@${version}: only an exact version can be added`);
      const place = `node_modules/${name}`;
      packages[place] = { version, ...platformOf(name), ...(entry.dev && { dev: true }), optional: true };
      added.push(place);
    }
  }
  lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
  return added;
}

/** Takes the registry addresses out, so that the lock holds with any registry; returns how many there were. */
export function dropAddresses(lock) {
  const withAddress = Object.values(lock.packages).filter((entry) => /^https?:/.test(entry.resolved ?? ''));
  for (const entry of withAddress) delete entry.resolved;
  return withAddress.length;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = fileURLToPath(new URL('../../package-lock.json', import.meta.url));
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const added = addMissing(lock);
  const dropped = dropAddresses(lock);
  if (process.argv.includes('--check')) {
    if (added.length + dropped > 0) {
      console.error(
        `package-lock.json lacks ${added.length} optional packages and names ${dropped} addresses: run node scripts/lib/lock.mjs`,
      );
      process.exit(1);
    }
  } else {
    writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
    console.log(`package-lock.json: ${added.length} optional packages added, ${dropped} addresses dropped`);
  }
}
