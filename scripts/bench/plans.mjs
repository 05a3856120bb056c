import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import postgres from 'postgres';
import { databaseUrl } from './hubs.mjs';

const LARGE = 10_000;
const SHOWN = 12;

/** Pages besides the lists, for every statement a request may run. */
const OTHERS = [
  '/',
  '/groups',
  '/groups?q=river',
  '/privacy',
  '/suggest/people?q=ma',
  '/suggest/places?q=chic',
  '/suggest/groups?q=wat',
  '/home',
  '/settings/profile',
  '/settings/sharing',
  '/people?sort=newest',
  '/people?place=Chicago',
  '/people?place=Illinois',
  '/people?q=watr',
];

/** Every scan of a whole table in a plan. */
function scans(node, found = []) {
  if (node['Node Type'] === 'Seq Scan') found.push(node);
  for (const child of node.Plans ?? []) scans(child, found);
  return found;
}

const oneLine = (text) => text.replaceAll(/\s+/g, ' ').trim().slice(0, 220);

/**
 * Lets PostgreSQL note the plan of every statement while a crawl asks for every kind of page: which of them read a large
 * table without an index, and the slowest plans. The notes end with the crawl.
 */
export async function plansOf(dataDir, origin, viewers, searches) {
  const sql = postgres(databaseUrl(dataDir), { max: 1, onnotice: () => undefined });
  const log = path.join(dataDir, 'postgres.log');
  const noted = { log_min_duration: '0', log_analyze: 'on', log_format: 'json', log_nested_statements: 'on' };
  try {
    const large = new Map(
      (
        await sql`select n.nspname || '.' || c.relname as name, c.reltuples::int as rows from pg_class c
        join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and c.reltuples > ${LARGE}`
      ).map((each) => [each.name, each.rows]),
    );
    await sql.unsafe(`alter database commonweave set session_preload_libraries = 'auto_explain'`);
    for (const [name, value] of Object.entries(noted))
      await sql.unsafe(`alter database commonweave set auto_explain.${name} = '${value}'`);
    await sql.unsafe("alter database commonweave set log_error_verbosity = 'default'");
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = 'commonweave' and pid <> pg_backend_pid()`;
    await new Promise((resolve) => setTimeout(resolve, 300));
    const from = statSync(log).size;
    for (const { viewer, cookie } of viewers) {
      const paths = [
        ...OTHERS,
        ...searches.filter((each) => each.viewer === viewer).flatMap((each) => each.paths.slice(0, 4)),
      ];
      for (const address of paths)
        await fetch(origin + address, { headers: { cookie }, redirect: 'manual' }).then((response) => response.text());
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
    return read(readFileSync(log).subarray(from).toString('utf8'), large);
  } finally {
    for (const name of Object.keys(noted)) await sql.unsafe(`alter database commonweave reset auto_explain.${name}`);
    await sql.unsafe('alter database commonweave reset session_preload_libraries');
    await sql.end();
  }
}

const ours = (plan) => !/pg_catalog|pg_type/.test(plan['Query Text']);

function read(text, large) {
  const plans = [...text.matchAll(/duration: ([\d.]+) ms {2}plan:\s*\n((?:\t.*\n)+)/g)].flatMap(([, ms, body]) => {
    try {
      return [{ ms: Number(ms), ...JSON.parse(body.replaceAll(/^\t/gm, '')) }];
    } catch {
      return [];
    }
  });
  const without = new Set();
  for (const plan of plans) {
    for (const scan of scans(plan.Plan)) {
      const name = [...large.keys()].find(
        (each) => each.endsWith(`.${scan['Relation Name']}`) && (!scan.Schema || each.startsWith(scan.Schema)),
      );
      if (name && scan['Actual Loops'] > 0) without.add(`${name}: ${oneLine(plan['Query Text'])}`);
    }
  }
  const slowest = plans
    .filter(ours)
    .sort((a, b) => b.ms - a.ms)
    .slice(0, SHOWN);
  return {
    statements: plans.length,
    without: [...without],
    shown: slowest.map(({ ms, Plan, ...plan }) => `${ms} ms  ${oneLine(plan['Query Text'])}\n${asText(Plan)}`),
  };
}

function asText(node, depth = 0) {
  const on = node['Index Name'] ?? node['Relation Name'] ?? '';
  const line = `${'  '.repeat(depth)}${node['Node Type']} ${on} rows=${node['Actual Rows']} loops=${node['Actual Loops']} ms=${node['Actual Total Time']}`;
  return [line, ...(node.Plans ?? []).map((child) => asText(child, depth + 1))].join('\n');
}
