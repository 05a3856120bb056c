import { sql } from 'drizzle-orm';
import type { Sql, Transaction } from '#db/client.server';
import { writer } from '#db/writer.server';
import { DomainError } from '~/lib/errors';
import { type CompiledPolicy, compilePolicy } from './compile-policy.server';
import type { PolicyHistory } from './consents';
import defaultPolicy from './policy/default.md?raw';
import { REGISTRY } from './registry';
import { perRevision } from './revision.server';
import { heldUntilEffective, isWaiting, today } from './until-effective';

interface StoredPolicy {
  version: number;
  sha256: string;
  publishedAt: Date;
  inForce: boolean;
}

export type Published = CompiledPolicy & Pick<StoredPolicy, 'publishedAt' | 'inForce'>;

/** The policy in force as it holds today, with all that were in force so far. */
export type PolicyInForce = Published & {
  history: PolicyHistory;
  /** Whether the day from which what it widens holds was still to come when it was read. */
  waiting: boolean;
};

/** What is thrown where there has to be a policy. */
export const noPolicyYet = () => new DomainError('unavailable', 'This hub has no privacy policy in force yet.');

const compiled = new Map<string, CompiledPolicy>();

/** Reads the text of a version. */
type Document = (version: number) => Promise<string>;

/** Compiles a stored policy, once per text. */
async function published(stored: StoredPolicy, document: Document): Promise<Published> {
  const { publishedAt, inForce, sha256, version } = stored;
  const policy = compiled.get(sha256) ?? compilePolicy(await document(version), REGISTRY, { whole: false });
  compiled.set(sha256, policy);
  return { ...policy, publishedAt: new Date(publishedAt), inForce };
}

/** @param stored every version, oldest first */
async function inForceOf(stored: readonly StoredPolicy[], document: Document): Promise<PolicyInForce | null> {
  const all: Published[] = [];
  for (const each of stored) all.push(await published(each, document));
  const day = today();
  const history = heldUntilEffective(all, day);
  const last = history.at(-1);
  return last?.inForce ? { ...last, history, waiting: isWaiting(last, day) } : null;
}

type Tag<Query> = (strings: TemplateStringsArray, ...values: number[]) => Query;

const versions = <Query>(tag: Tag<Query>): Query =>
  tag`select version, sha256, published_at as "publishedAt", in_force as "inForce" from ref.policies order by version`;
const documentOf = <Query>(tag: Tag<Query>, version: number): Query =>
  tag`select document from ref.policies where version = ${version}`;

/** The policy in force, locked against a change until the transaction ends. */
export async function policyForUpdate(db: Transaction): Promise<PolicyInForce> {
  const lock = () =>
    // Sent together, and run in turn: what is read is as the lock found it.
    Promise.all([
      db.execute(sql`select from ref.policies where in_force for share`),
      db.execute<StoredPolicy & Record<string, unknown>>(versions(sql)),
    ]);
  let [held, stored] = await lock();
  // A row that was taken out of force while it was waited for is passed over: its successor is seen by the next statement.
  for (let tries = 0; tries < 2 && held.length === 0; tries += 1) [held, stored] = await lock();
  const document = async (version: number) =>
    (await db.execute<{ document: string }>(documentOf(sql, version)))[0]?.document ?? '';
  const policy = await inForceOf([...stored], document);
  if (!policy) throw noPolicyYet();
  return policy;
}

const documentBy =
  (sql: Sql): Document =>
  async (version) =>
    (await documentOf((...query) => sql<{ document: string }[]>(...query), version))[0]?.document ?? '';

const storedBy = (sql: Sql) => versions((...query) => sql<StoredPolicy[]>(...query));

/** The policy in force; null on a hub that has none yet. `sql` may be any role's. */
export const readPolicyInForce = async (sql: Sql): Promise<PolicyInForce | null> =>
  inForceOf(await storedBy(sql), documentBy(sql));

/** The text of the policy in force, as it was published: what the next version is written from. `sql` may be any role's. */
export async function documentInForce(sql: Sql): Promise<string> {
  const [row] = await sql<{ document: string }[]>`select document from ref.policies where in_force`;
  if (!row) throw noPolicyYet();
  return row.document;
}

/** Every version as it was published, oldest first. `sql` may be any role's. */
export async function readPolicies(sql: Sql): Promise<Published[]> {
  const all: Published[] = [];
  for (const stored of await storedBy(sql)) all.push(await published(stored, documentBy(sql)));
  return all;
}

/** Publishes the policy that comes with the software on a hub that has none. */
export async function ensureDefaultPolicy(): Promise<void> {
  const policy = compilePolicy(defaultPolicy, REGISTRY);
  await writer().execute(sql`
    insert into ref.policies (version, document, sha256, in_force)
    select ${policy.version}, ${defaultPolicy}, ${policy.sha256}, true
    where not exists (select 1 from ref.policies) on conflict do nothing`);
}

/** The policy in force, read once per revision. */
export const policyInForce = perRevision(readPolicyInForce);
