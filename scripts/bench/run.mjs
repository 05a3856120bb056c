import '../lib/node-version.mjs';
import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { at, OneLine, runScript } from '../lib/root.mjs';

const options = {
  people: { type: 'string', default: '1300,14000,100000' },
  million: { type: 'boolean', default: false },
  rounds: { type: 'string', default: '3' },
  seconds: { type: 'string', default: '1.5' },
  data: { type: 'string', default: '.data/bench' },
  only: { type: 'string' },
};

function settings() {
  try {
    const { values } = parseArgs({ options });
    const people = values.people.split(',').map(Number);
    const numbers = { rounds: Number(values.rounds), seconds: Number(values.seconds) };
    if ([...people, ...Object.values(numbers)].some((number) => !(number > 0))) throw new Error('no number');
    return {
      ...numbers,
      sizes: [...people, ...(values.million ? [1_000_000] : [])],
      data: path.resolve(values.data),
      only: values.only,
    };
  } catch {
    throw new OneLine(
      'npm run bench -- [--people 1300,14000] [--million] [--rounds N] [--seconds S] [--data FOLDER] [--only KIND]',
    );
  }
}

await runScript(async () => {
  const { handleSignals } = await import('../lib/processes.mjs');
  const { ensureInstalled } = await import('../lib/install.mjs');
  const { ensureBuilt } = await import('../lib/build.mjs');
  const { measure } = await import('./measure.mjs');
  const { asTable } = await import('./table.mjs');
  const { populated } = await import('./hubs.mjs');
  const wanted = settings();
  handleSignals();
  await ensureInstalled(console.error);
  await ensureBuilt(console.error);
  const say = (line) => console.error(line);
  const began = new Date().toISOString();
  const results = [];
  for (const people of wanted.sizes) {
    const dataDir = await populated(wanted.data, people, say);
    results.push({ people, ...(await measure(dataDir, people, wanted, say)) });
  }
  const machine = { node: process.version, cores: os.cpus().length, cpu: os.cpus()[0]?.model, load: os.loadavg()[0] };
  const table = asTable(results, machine);
  console.log(table);
  mkdirSync(at('build/bench'), { recursive: true });
  const name = `build/bench/${began.replaceAll(/[:.]/g, '-')}`;
  writeFileSync(at(`${name}.json`), JSON.stringify({ began, machine, wanted, results }, null, 1));
  writeFileSync(at(`${name}.md`), table);
  say(`Kept in ${name}.json and ${name}.md`);
  process.exit(0);
});
