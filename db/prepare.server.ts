import postgres from 'postgres';
import { type Env, keyedHash, StartError } from '../app/lib/env.server';
import { EmbeddedError, startEmbedded } from './embedded.server';
import { migrateDatabase, withOwner } from './migrate.server';
import { type DatabaseUrls, ROLE_NAMES, type RoleName, roleUrls } from './urls.server';

const DATABASE = 'commonweave';
const OWNER = 'commonweave_owner';

export interface PreparedDatabase {
  urls: DatabaseUrls;
  /** Whether it is the embedded PostgreSQL, and not one named by DATABASE_URL. */
  embedded: boolean;
  /** Ends this process's use of an embedded server; the last one stops it. */
  stop(): Promise<void>;
}

/** Role addresses that the operator set, by role. */
function explicitUrls(env: Env): Partial<Record<RoleName, string>> {
  const entries = ROLE_NAMES.map((role) => [role, env[`DATABASE_URL_${role.toUpperCase()}` as keyof Env]] as const);
  return Object.fromEntries(entries.filter(([, url]) => typeof url === 'string'));
}

/** Creates the hub's database and its owner, which is no superuser, in an embedded server; returns the owner's address. */
async function embeddedOwnerUrl(superuserUrl: string, secret: string): Promise<string> {
  const password = keyedHash('embedded database owner', OWNER, secret);
  const url = new URL(superuserUrl);
  await withOwner(superuserUrl, async (sql) => {
    await sql`select pg_advisory_lock(hashtext('commonweave create'))`;
    const [role] = await sql`select 1 from pg_roles where rolname = ${OWNER}`;
    await sql.unsafe(`${role ? 'alter' : 'create'} role ${OWNER} login createrole nosuperuser password '${password}'`);
    const [database] = await sql`select 1 from pg_database where datname = ${DATABASE}`;
    if (!database) await sql.unsafe(`create database ${DATABASE} owner ${OWNER}`);
  });
  url.username = OWNER;
  url.password = password;
  url.pathname = `/${DATABASE}`;
  return url.toString();
}

const REASONS: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'its host is unknown',
  CONNECT_TIMEOUT: 'it does not answer',
  '28P01': 'the user name or the password is wrong',
  '28000': 'this user may not sign in there',
  '3D000': 'there is no such database',
  '42501':
    'the user lacks a right the hub needs (it must own the database and may create roles, or the role addresses are given)',
  '53300': 'it has no connection left',
};

/** One line about a database that could not be prepared, without the address's password. */
export function databaseFault(error: unknown, url: string): StartError {
  if (error instanceof StartError) return error;
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = String((cause as { code?: unknown }).code ?? '');
  const { hostname, port, pathname } = new URL(url);
  const said = cause instanceof postgres.PostgresError ? cause.message : code || 'unknown fault';
  return new StartError(
    `The database ${hostname}:${port || 5432}${pathname} cannot be used: ${REASONS[code] ?? said}.`,
  );
}

/**
 * Finds the hub's database as it is: the one of DATABASE_URL, or an embedded PostgreSQL in the data folder.
 * `undo` is given what ends a started server as soon as it runs, so that a start can be broken off.
 * @throws StartError one line, without a password.
 */
export async function findDatabase(
  env: Env,
  log: (line: string) => void = () => undefined,
  undo: (stop: () => Promise<void>) => void = () => undefined,
): Promise<PreparedDatabase> {
  const explicit = explicitUrls(env);
  if (env.DATABASE_URL) {
    const urls = roleUrls(env.DATABASE_URL, env.secret, explicit);
    return { urls, embedded: false, stop: async () => undefined };
  }
  const server = await startEmbedded({ dataDir: env.dataDir, log }).catch((error) => {
    throw error instanceof EmbeddedError ? new StartError(error.message) : error;
  });
  undo(() => server.stop());
  try {
    const urls = roleUrls(await embeddedOwnerUrl(server.superuserUrl, env.secret), env.secret, explicit);
    return { urls, embedded: true, stop: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Migrates a database and sets up its roles. @throws StartError one line, without a password. */
export async function bringUp(urls: DatabaseUrls, env: Env, log: (line: string) => void = () => undefined) {
  try {
    await migrateDatabase(urls, { explicit: new Set(Object.keys(explicitUrls(env)) as RoleName[]), log });
  } catch (error) {
    throw databaseFault(error, urls.owner);
  }
}

/** {@link findDatabase}, migrated and with its roles. */
export async function prepareDatabase(
  env: Env,
  log: (line: string) => void = () => undefined,
  undo: (stop: () => Promise<void>) => void = () => undefined,
): Promise<PreparedDatabase> {
  const database = await findDatabase(env, log, undo);
  try {
    await bringUp(database.urls, env, log);
    return database;
  } catch (error) {
    await database.stop();
    throw error;
  }
}
