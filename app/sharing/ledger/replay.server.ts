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

/**
 * What is open to relations by the ledger alone. What was opened under one version of the policy stands beside what was
 * opened under another, and is not there any more once it was taken back.
 */
export const STANDING_RELATIONS = sql`
  select last.* from (
    select distinct on (c.subject_key, c.category, c.relation, c.policy_sha256)
      coalesce(p.person_id, g.group_id) as subject_id, c.category, c.relation, c.policy_sha256, c.words_sha256, c.event
    from core.consents c left join core.subject_keys p on p.key = c.subject_key
    left join core.group_keys g on g.key = c.subject_key
    where c.relation is not null order by c.subject_key, c.category, c.relation, c.policy_sha256, c.seq desc
  ) last where last.event = 'given'`;
