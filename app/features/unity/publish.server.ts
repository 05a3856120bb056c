import { sql } from 'drizzle-orm';
import { statements } from '#db/schema/unity';
import type { Actor } from '~/auth/actor';
import { writeDown } from '~/auth/audit/append.server';
import { mustBe } from '~/auth/must-be';
import type { Unit } from '~/sharing/command.server';
import { type StatementText, statementSha256 } from './statement-text.server';

/**
 * Publishes a text as the next version, which is in force from then on and never changed; written down in the audit.
 * @returns its number
 * @throws DomainError `not_found` for whoever is no steward
 */
export async function publishStatement(actor: Actor, unit: Unit, text: StatementText): Promise<number> {
  mustBe(actor, 'steward');
  const { db } = unit;
  await db.execute(sql`select pg_advisory_xact_lock(hashtext('commonweave statement'))`);
  const [last] = await db.execute<{ version: number }>(
    sql`select coalesce(max(version), 0)::int as version from ref.statements`,
  );
  const version = (last?.version ?? 0) + 1;
  const demo = actor.kind === 'system' && actor.reason === 'demo';
  await db.insert(statements).values({ ...text, version, sha256: statementSha256(text), demo });
  if (!demo) await writeDown(db, actor, { action: 'statement_published', detail: { version } });
  return version;
}
