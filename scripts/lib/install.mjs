import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { exclusively } from './exclusive.mjs';
import { run } from './processes.mjs';
import { at, OneLine } from './root.mjs';

const lockFile = at('package-lock.json');
const stampFile = at('node_modules', '.commonweave-stamp');

const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');
const wanted = () => createHash('sha256').update(readFileSync(lockFile)).digest('hex');

/** Whether node_modules holds what the lock file says, by npm's own record: packages of other platforms may be absent. */
function holdsAll() {
  const record = read(at('node_modules', '.package-lock.json'));
  if (!record) return false;
  const present = JSON.parse(record).packages;
  const { '': _project, ...packages } = JSON.parse(read(lockFile)).packages;
  return Object.entries(packages).every(([place, { version, optional }]) =>
    present[place] ? present[place].version === version : optional === true,
  );
}

function isInstalled() {
  if (read(stampFile) === wanted()) return true;
  if (!holdsAll()) return false;
  writeFileSync(stampFile, wanted());
  return true;
}

/** npm as it runs us, or the one on the path. */
export function npm(args, options) {
  const own = process.env.npm_execpath;
  return own?.endsWith('.js') ? run(process.execPath, [own, ...args], options) : run('npm', args, options);
}

/** The line of npm's output that says what is wrong. */
export function reasonIn(output) {
  const lines = output.split('\n').filter((line) => line.startsWith('npm error'));
  const telling = lines.find(
    (line) => !/^npm error( (code|syscall|errno|path|dest|A complete log)\b.*|\s*)$/.test(line),
  );
  return (telling ?? output.trim().split('\n').at(-1)).replace(/^npm error (network )?/, '');
}

async function install(say, onStart) {
  const began = Date.now();
  say(existsSync(stampFile) ? 'The packages changed: installing …' : 'Installing the packages (a minute or two) …');
  const beat = setInterval(() => say(`  still installing, ${Math.round((Date.now() - began) / 1000)} s`), 15_000);
  const options = ['--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  try {
    let result = await npm(['ci', ...options], { onStart });
    if (result.code !== 0 && /EUSAGE|in sync/.test(result.output)) {
      say('npm ci refuses the lock file, npm install takes it …');
      const before = readFileSync(lockFile);
      result = await npm(['install', '--no-save', ...options], { onStart });
      if (!readFileSync(lockFile).equals(before)) writeFileSync(lockFile, before);
    }
    if (result.code !== 0) {
      throw new OneLine(`The packages could not be installed: ${reasonIn(result.output)}`);
    }
  } finally {
    clearInterval(beat);
  }
  writeFileSync(stampFile, wanted());
  say(`Installed in ${Math.round((Date.now() - began) / 1000)} s`);
}

/** Installs the packages of the lock file, unless they are there. */
export async function ensureInstalled(say) {
  try {
    if (isInstalled()) return;
    await exclusively('install', { isDone: isInstalled, work: (onStart) => install(say, onStart), say });
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS', 'ENOSPC'].includes(error.code)) {
      throw new OneLine(`The packages cannot be installed in ${at('.')}: ${error.message}`);
    }
    throw error;
  }
}
