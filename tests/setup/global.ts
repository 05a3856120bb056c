import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { copyCluster, removeDataFolder, startEmbedded } from '../../db/embedded.server';
import { migrateDatabase } from '../../db/migrate.server';
import { roleUrls } from '../../db/urls.server';

declare module 'vitest' {
  export interface ProvidedContext {
    superuserUrl: string;
    template: string;
    /** Data folder of a stopped cluster with the template in it, to copy. */
    keptCluster: string;
  }
}

export const TEST_SECRET = 'a secret for tests only, long enough to be taken';
const TEMPLATE = 'hub_template';
const cache = join(import.meta.dirname, '../../.cache');

const MADE_OF = [
  'migrations',
  'places',
  'places.server.ts',
  'revision.server.ts',
  'roles.server.ts',
  'own-rows.server.ts',
  'urls.server.ts',
];

/** Hash of everything a migrated database is made of. */
function edition(): string {
  const db = join(import.meta.dirname, '../../db');
  const hash = createHash('sha256');
  const add = (path: string): void => {
    if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) add(join(path, name));
    else hash.update(path.slice(db.length)).update(readFileSync(path));
  };
  for (const name of MADE_OF) add(join(db, name));
  return hash.digest('hex').slice(0, 12);
}

async function prepareTemplate(folder: string): Promise<void> {
  const server = await startEmbedded({ dataDir: folder, durable: false });
  const superuser = postgres(server.superuserUrl, { max: 1, onnotice: () => undefined });
  try {
    await superuser.unsafe(`create role ${TEMPLATE}_owner login createrole password '${TEST_SECRET}'`);
    await superuser.unsafe(`create database ${TEMPLATE} owner ${TEMPLATE}_owner`);
    await migrateDatabase(roleUrls(ownerUrl(server.superuserUrl, TEMPLATE), TEST_SECRET));
  } finally {
    await superuser.end();
    await server.stop();
  }
}

export function ownerUrl(superuserUrl: string, database: string): string {
  const url = new URL(superuserUrl);
  url.username = `${TEMPLATE}_owner`;
  url.password = encodeURIComponent(TEST_SECRET);
  url.pathname = `/${database}`;
  return url.toString();
}

/**
 * One PostgreSQL for a test run, copied from a kept one that holds a migrated template database, so that runs at the
 * same time do not meet.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  mkdirSync(cache, { recursive: true });
  const kept = join(cache, `postgres-${edition()}`);
  if (!existsSync(kept)) {
    for (const old of readdirSync(cache).filter((name) => name.startsWith('postgres-')))
      removeDataFolder(join(cache, old));
    const fresh = join(cache, `making-${process.pid}`);
    await prepareTemplate(fresh);
    if (existsSync(kept)) removeDataFolder(fresh);
    else renameSync(fresh, kept);
  }
  const folder = join(cache, `run-${process.pid}`);
  copyCluster(kept, folder);
  const server = await startEmbedded({ dataDir: folder, durable: false });
  project.provide('superuserUrl', server.superuserUrl);
  project.provide('template', TEMPLATE);
  project.provide('keptCluster', kept);
  return async () => {
    await server.stop();
    removeDataFolder(folder);
  };
}
