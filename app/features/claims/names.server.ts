import { sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.server';
import { apartOf } from '~/auth/apart.server';
import type { ReaderAudience } from '~/lib/audience';
import { m } from '~/lib/paraglide/messages.js';
import { GOES_BY } from '~/sharing/goes-by.server';

/**
 * What the person of a claim is called for a reader. Who asks for a claim or a lead was told beside the button that
 * everyone concerned learns their name, and so was who said yes to a proposal. Anyone else, such as a lead who is to be
 * removed, is named as far as they show themselves to that reader; stewards go on seeing whom they are apart from.
 */
export async function claimNames(
  db: Transaction,
  claim: { kind: string; state: string; personId: string; askedBy: string },
  reader: { audience: ReaderAudience; personId: string },
): Promise<{ asker: string; person: string }> {
  const told = new Set([claim.askedBy, reader.personId]);
  const saidYes = claim.kind !== 'removal' && claim.state !== 'proposed';
  if (saidYes || reader.personId === claim.askedBy) told.add(claim.personId);
  const shown = sql`${sql.identifier(`proj_${reader.audience}`)}.people`;
  const nameOf = async (id: string) => {
    const [row] = told.has(id)
      ? await db.execute<{ name: string | null }>(sql`select ${GOES_BY} as name from core.people p where p.id = ${id}`)
      : await db.execute<{ name: string | null }>(sql`
          select shown.name from ${shown} shown, (values (${reader.personId}::uuid)) as reader (id)
          where person_id = ${id} and (${reader.audience === 'steward'} or person_id <> all(${sql.raw(apartOf('reader.id'))}))`);
    return row?.name ?? m.claims_a_member();
  };
  return { asker: await nameOf(claim.askedBy), person: await nameOf(claim.personId) };
}
