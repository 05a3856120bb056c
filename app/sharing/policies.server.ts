import { sql } from 'drizzle-orm';
import type { Sql, Transaction } from '#db/client.server';
import { writer } from '#db/writer.server';
import { DomainError } from '~/lib/errors';
import { type CompiledPolicy, compilePolicy } from './compile-policy.server';
import defaultPolicy from './policy/default.md?raw';
import { REGISTRY } from './registry';
import { perRevision } from './revision.server';

interface StoredPolicy {
  version: number;
  document: string;
  sha256: string;
  publishedAt: Date;
  inForce: boolean;
}

const compiled = new Map<string, CompiledPolicy>();

/** Compiles a stored policy, once per text. */
function compileStored(stored: { document: string; sha256: string }): CompiledPolicy {
  const known = compiled.get(stored.sha256);
  if (known) return known;
  const policy = compilePolicy(stored.document, REGISTRY, { whole: false });
  compiled.set(stored.sha256, policy);
  return policy;
}

/** The policy in force, locked against a change until the transaction ends. */
export async function policyForUpdate(db: Transaction): Promise<CompiledPolicy> {
  const [stored] = await db.execute<{ document: string; sha256: string }>(
    sql`select document, sha256 from ref.policies where in_force for share`,
  );
  if (!stored) throw new DomainError('unavailable', 'This hub has no privacy policy in force yet.');
  return compileStored(stored);
}

/** The policy in force, or a numbered version; null where there is none of that number. `sql` may be any role's. */
export async function readPolicy(
  sql: Sql,
  version?: number,
): Promise<(CompiledPolicy & Pick<StoredPolicy, 'publishedAt' | 'inForce'>) | null> {
  const [stored] = await sql<StoredPolicy[]>`
    select version, document, sha256, published_at as "publishedAt", in_force as "inForce" from ref.policies
    where ${version === undefined ? sql`in_force` : sql`version = ${version}`}`;
  return stored ? { ...compileStored(stored), publishedAt: stored.publishedAt, inForce: stored.inForce } : null;
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
export const policyInForce = perRevision((sql) => readPolicy(sql));
