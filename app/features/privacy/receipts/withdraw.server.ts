import { sql } from 'drizzle-orm';
import type { SignedIn } from '~/auth/viewer';
import { isFrozen } from '~/features/directory/frozen.server';
import { DomainError } from '~/lib/errors';
import { m } from '~/lib/paraglide/messages.js';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { command } from '~/sharing/command.server';
import { categoryOf } from '~/sharing/consents';
import { withdrawGrant } from '~/sharing/grants.server';
import { closeToRelation } from '~/sharing/relation-grants.server';
import { relationSha256, wordsSha256 } from '../wording.server';
import { receiptRow } from './read-receipts.server';

/**
 * Takes back what a receipt says was given, if it still stands: what was agreed to then is shared with nobody any more.
 * @throws DomainError `not_found` for anyone whose receipt it is not, `conflict` for a group that is held
 */
export async function withdrawReceipt(viewer: SignedIn, id: string, locale: Locale): Promise<void> {
  const { row } = await receiptRow(viewer, id);
  await command(async (unit) => {
    const [subject] = await unit.db.execute<{ kind: 'person' | 'group'; id: string }>(sql`
      select 'person' as kind, person_id as id from core.subject_keys where key = ${row.subjectKey}
      union all select 'group', group_id from core.group_keys where key = ${row.subjectKey}`);
    if (!subject) return;
    if (subject.kind === 'group' && (await isFrozen(unit.db, subject.id)))
      throw new DomainError('conflict', m.claims_frozen_text({}, { locale }));
    const policy = unit.policy.history.find(({ sha256 }) => sha256 === row.policySha256);
    const category = policy?.category(categoryOf(row.category));
    const by = { ...subject, givenBy: viewer.personId };
    if (!row.relation) {
      const words = category ? wordsSha256(category, 'self', locale) : '';
      return withdrawGrant(unit, by, row, words);
    }
    if (!category) return;
    const words = relationSha256(category, row.relation, false, locale);
    await closeToRelation(unit, by, { fields: category.fields, relation: row.relation }, words);
  });
}
