import { sql } from 'drizzle-orm';

/**
 * What stands by the ledger alone: the last record of each category of each subject, but for what went with its subject.
 * Who refused what a newer policy allows changed nothing. A subject that nobody knows any more has no id.
 */
export const STANDING = sql`
  select last.* from (
    select distinct on (c.subject_key, c.category) coalesce(p.person_id, g.group_id) as subject_id,
      c.category, c.audience, c.policy_sha256, c.words_sha256, c.method
    from core.consents c left join core.subject_keys p on p.key = c.subject_key
    left join core.group_keys g on g.key = c.subject_key
    where c.event <> 'refused' and c.relation is null order by c.subject_key, c.category, c.seq desc
  ) last where last.method <> 'erased'`;
