import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { exclusively } from './exclusive.mjs';
import { fingerprint } from './fingerprint.mjs';
import { runNode } from './processes.mjs';
import { at, OneLine } from './root.mjs';

const target = at('build');
const draft = at('.cache', 'build');
const discarded = at('.cache', 'build.old');

function readStamp() {
  try {
    return JSON.parse(readFileSync(path.join(target, '.stamp'), 'utf8'));
  } catch {
    return { hash: '', assets: [] };
  }
}

const assetsIn = (folder) =>
  existsSync(path.join(folder, 'client/assets')) ? readdirSync(path.join(folder, 'client/assets')) : [];

/** Puts the new build in place of the old one. Pages that are open now still find the files the last build gave them. */
function swap(hash) {
  const assets = assetsIn(draft);
  for (const name of readStamp().assets) {
    const old = path.join(target, 'client/assets', name);
    if (!assets.includes(name) && existsSync(old)) copyFileSync(old, path.join(draft, 'client/assets', name));
  }
  writeFileSync(path.join(draft, '.stamp'), JSON.stringify({ hash, assets }));
  rmSync(discarded, { recursive: true, force: true });
  if (existsSync(target)) renameSync(target, discarded);
  renameSync(draft, target);
  rmSync(discarded, { recursive: true, force: true });
}

// Node gives a program half of a small machine's memory, which is too little for the build: with swap it may have more.
const HEAP_MB = 1280;
const OUT_OF_MEMORY = /heap out of memory|ended by SIGKILL/;

/** The line of the build's output that says what is wrong. */
export function reasonIn(output) {
  if (OUT_OF_MEMORY.test(output))
    return 'there is too little memory. It takes 1.2 GB for a minute or two: add swap (scripts/deploy/README.md).';
  const lines = output
    .replace(/\x1b\[[\d;]*m/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const first = lines.findIndex((line) => /error/i.test(line) && !/^at |\bgzip:/.test(line));
  return lines
    .slice(first < 0 ? -1 : first)
    .slice(0, 3)
    .join(' ');
}

async function build(say, onStart) {
  const began = Date.now();
  const hash = fingerprint();
  say('Building …');
  rmSync(draft, { recursive: true, force: true });
  // In a process before it: what the compiler of messages takes would come on top of what the build takes.
  const messages = await runNode(at('scripts/lib/compile-messages.mjs'), [], { onStart });
  if (messages.code !== 0) throw new OneLine(`The messages could not be compiled: ${reasonIn(messages.output)}`);
  const { code, output } = await runNode(at('node_modules/@remix-run/dev/dist/cli.js'), ['vite:build'], {
    nodeOptions: [`--max-old-space-size=${HEAP_MB}`],
    env: { NODE_ENV: 'production', HUB_BUILD_DIRECTORY: '.cache/build', HUB_MESSAGES_COMPILED: '1' },
    onStart,
  });
  if (code !== 0 || !existsSync(path.join(draft, 'server/server.js'))) {
    throw new OneLine(`The build failed: ${reasonIn(output)}`);
  }
  swap(hash);
  say(`Built in ${((Date.now() - began) / 1000).toFixed(1)} s`);
}

/** Builds the hub, unless the build in place is of these sources. */
export async function ensureBuilt(say) {
  const isBuilt = () => readStamp().hash === fingerprint();
  try {
    if (isBuilt()) return;
    await exclusively('build', { isDone: isBuilt, work: (onStart) => build(say, onStart), say });
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS', 'ENOSPC'].includes(error.code)) {
      throw new OneLine(`The build cannot be written to ${target}: ${error.message}`);
    }
    throw error;
  }
}
