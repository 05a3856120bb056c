import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { OneLine } from '../lib/root.mjs';
import { addressesOf } from './addresses.mjs';
import { databaseUrl, memberCookie, realHub, server } from './hubs.mjs';
import { closedLoop, openLoop } from './load.mjs';
import { isWhole } from './multiply.mjs';
import { plansOf } from './plans.mjs';
import { cpuOfNode, cpuOfPostgres, memoryOf } from './processes.mjs';

/** A cookie nobody gave out: it makes a visitor's page be rendered anew. */
const ANEW = 'unknown=1';

async function answersOf(origin, paths, cookie) {
  const held = {};
  for (const address of paths) {
    const part = async (id) => {
      const response = await fetch(
        `${origin}${address}${address.includes('?') ? '&' : '?'}_data=${encodeURIComponent(id)}`,
        {
          headers: { cookie },
        },
      );
      return response.json();
    };
    held[`${cookie} ${address}`] = { root: await part('root'), page: await part('routes/people._index') };
  }
  return held;
}

const shuffled = (list) =>
  list
    .map((item) => [Math.random(), item])
    .sort((a, b) => a[0] - b[0])
    .map(([, item]) => item);

/** One kind of search, of one viewer: every server in every round, in random order. */
async function rounds(servers, { paths, cookie, dataDir }, { rounds, seconds }) {
  const found = [];
  for (let round = 0; round < rounds; round += 1) {
    const now = {};
    for (const each of shuffled(servers)) {
      const load = { origin: each.origin, paths, cookie: each.cookie ?? cookie, seconds };
      const before = [cpuOfNode(each.pid), cpuOfPostgres(dataDir)];
      const closed = await closedLoop(load);
      const used = [cpuOfNode(each.pid) - before[0], cpuOfPostgres(dataDir) - before[1]];
      now[each.name] = {
        perSecond: closed.perSecond,
        nodeMs: used[0] / closed.done,
        postgresMs: used[1] / closed.done,
      };
    }
    // A rate that the real hub can just follow half of the time: the same for all.
    const rate = Math.max(5, now.real.perSecond * 0.4);
    for (const each of shuffled(servers.filter(({ tails }) => tails))) {
      const load = { origin: each.origin, paths, cookie: each.cookie ?? cookie, seconds: seconds * 1.5, rate };
      Object.assign(now[each.name], await openLoop(load));
    }
    found.push(now);
  }
  return found;
}

/** Measures one populated hub: by viewer and kind of search the rounds, and the memory and the plans at the end. */
export async function measure(dataDir, people, wanted, say) {
  const real = await realHub(dataDir);
  if (!(await isWhole(databaseUrl(dataDir), people))) {
    await real.stop();
    throw new OneLine(`${dataDir} no longer holds ${people} people: delete it, and it is made anew.`);
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'hub-bench-'));
  const stops = [real.stop];
  try {
    const viewers = [
      { viewer: 'visitor', cookie: ANEW, schema: 'proj_public' },
      { viewer: 'member', cookie: await memberCookie(dataDir, real.named), schema: 'proj_member' },
    ];
    const searches = [];
    const held = {};
    for (const each of viewers) {
      for (const [kind, paths] of Object.entries(await addressesOf(real.origin, each.cookie))) {
        if (wanted.only && wanted.only !== kind) continue;
        Object.assign(held, await answersOf(real.origin, paths, each.cookie));
        searches.push({ ...each, kind, paths, dataDir });
      }
    }
    const file = path.join(folder, 'answers.json');
    writeFileSync(file, JSON.stringify(held));
    const memory = await server('serve-memory.mjs', file);
    stops.push(memory.stop);
    const results = [];
    for (const each of viewers) {
      const bare = await server('serve-bare.mjs', databaseUrl(dataDir), each.schema);
      const at = (port) => `http://127.0.0.1:${port}`;
      const servers = [
        { name: 'real', origin: real.origin, pid: real.pid, tails: true },
        { name: 'memory', origin: at(memory.ports.memory), pid: memory.pid, tails: true },
        { name: 'bare', origin: at(bare.ports.bare), pid: bare.pid, tails: true },
        { name: 'empty', origin: at(memory.ports.empty), pid: memory.pid },
        ...(each.viewer === 'visitor'
          ? [{ name: 'kept', origin: real.origin, pid: real.pid, cookie: 'hub_locale=en', tails: true }]
          : []),
      ];
      for (const search of searches.filter(({ viewer }) => viewer === each.viewer)) {
        say(`${path.basename(dataDir)} people, ${search.viewer}, ${search.kind} …`);
        results.push({ viewer: search.viewer, kind: search.kind, rounds: await rounds(servers, search, wanted) });
      }
      await bare.stop();
    }
    return { results, memoryMb: memoryOf(real.pid), plans: await plansOf(dataDir, real.origin, viewers, searches) };
  } finally {
    for (const stop of stops) await stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
