import { sql } from 'drizzle-orm';
import { signatures } from '#db/schema/unity';
import type { Unit } from '~/sharing/command.server';
import type { Signed } from './sign.server';

type Signatory = { personId: string } | { groupId: string };
interface Answers {
  version: number;
  named: boolean;
  logo?: boolean;
  signedBy?: string;
}

const rowsOf = (who: Signatory) =>
  'personId' in who ? sql`person_id = ${who.personId}` : sql`group_id = ${who.groupId}`;

/**
 * Writes a signature, or the answers about one that was given before. A no to being named holds for the older versions
 * too. Whoever signs is locked by the caller.
 */
export async function writeSignature({ db }: Unit, who: Signatory, answers: Answers): Promise<Signed> {
  const { version, named, logo = false, signedBy = null } = answers;
  const [last] = await db.execute<{ version: number | null }>(
    sql`select max(version)::int as version from ref.statements`,
  );
  if (!last?.version || version > last.version || version < 1) return 'unpublished';
  if (version < last.version) return 'older';
  const written = await db
    .insert(signatures)
    .values({ ...who, version, named, logo, signedBy })
    .onConflictDoNothing()
    .returning({ id: signatures.id });
  const again = written.length === 0;
  if (again)
    await db.execute(
      sql`update core.signatures set named = ${named}, logo = ${logo} where ${rowsOf(who)} and version = ${version}`,
    );
  if (!named && version > 1) await db.execute(sql`update core.signatures set named = false where ${rowsOf(who)}`);
  return again ? 'again' : 'signed';
}

/** Takes every signature of somebody or of a group back. */
export const removeSignatures = ({ db }: Unit, who: Signatory) =>
  db.execute(sql`delete from core.signatures where ${rowsOf(who)}`);
