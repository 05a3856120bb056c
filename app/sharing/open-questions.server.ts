import { sql } from 'drizzle-orm';
import type { Sql, Transaction } from '#db/client.server';
import { asSelf } from '#db/self.server';
import type { Standing } from '~/lib/standing';
import { type PolicyInForce, readPolicyInForce } from './policies.server';
import { type DatedGrant, type Widened, widenedFor } from './widened';

/** Someone, or a group they lead, with what they have not answered yet. */
export interface Asked {
  subject: { kind: 'person' | 'group'; id: string };
  /** Of the group; null for the person themselves. */
  slug: string | null;
  name: string | null;
  open: Widened[];
}

/** Runs a query in which `$1` is the person. */
type Ask = <R>(text: string) => Promise<readonly R[]>;

const LED = 'select p.group_id from core.positions p where p.person_id = $1::uuid and p.leads';
const GROUPS = `select g.id, g.slug, g.name, g.created_at as at from core.groups g where g.id in (${LED}) order by g.name, g.id`;
const GRANTS = `
  select subject_id as id, category, audience, policy_sha256 as "policySha256", created_at as at from core.sharing_grants
  where (subject = 'person' and subject_id = $1::uuid) or (subject = 'group' and subject_id in (${LED}))`;
const REFUSED = `
  select k.id, c.category, c.policy_sha256 as "policySha256" from core.consents c join (
    select person_id as id, key from core.subject_keys where person_id = $1::uuid
    union all select group_id, key from core.group_keys where group_id in (${LED})
  ) k on k.key = c.subject_key where c.event = 'refused'`;

type At = { at: Date | string };

/**
 * What the policy in force allows beyond what someone agreed to, for themselves and for the groups they lead, as far as
 * they did not refuse it: newcomers for themselves alone, and nobody who is held.
 */
async function questions(policy: PolicyInForce, standing: Standing, personId: string, ask: Ask): Promise<Asked[]> {
  const [groups, grants, refused] = await Promise.all([
    ask<{ id: string; slug: string; name: string } & At>(GROUPS),
    ask<{ id: string } & Omit<DatedGrant, 'createdAt'> & At>(GRANTS),
    ask<{ id: string; category: string; policySha256: string }>(REFUSED),
  ]);
  const grantsOf = (id: string) =>
    grants.filter((each) => each.id === id).map(({ at, ...grant }) => ({ ...grant, createdAt: new Date(at) }));
  const unanswered = (id: string, all: Widened[]) =>
    all.filter(
      ({ category }) =>
        !refused.some(
          (each) => each.id === id && each.category === category.name && each.policySha256 === policy.sha256,
        ),
    );
  const asked: Asked[] = [];
  const note = (each: Asked) => each.open.length > 0 && asked.push(each);
  if (standing === 'held' || standing === 'imported') return [];
  const mine = widenedFor(policy.history, { subject: 'person', grants: grantsOf(personId) });
  note({ subject: { kind: 'person', id: personId }, slug: null, name: null, open: unanswered(personId, mine) });
  if (standing !== 'member') return asked;
  for (const { id, slug, name, at } of groups) {
    const widened = widenedFor(policy.history, { subject: 'group', grants: grantsOf(id), createdAt: new Date(at) });
    note({ subject: { kind: 'group', id }, slug, name, open: unanswered(id, widened) });
  }
  return asked;
}

const STANDING = 'select standing from core.people where id = $1::uuid';

/** What someone is asked, read with their own eyes; nothing on a hub without a policy. */
export const openQuestions = (personId: string): Promise<{ policy: PolicyInForce | null; asked: Asked[] }> =>
  asSelf(personId, async (own) => {
    const policy = await readPolicyInForce(own as unknown as Sql);
    const ask: Ask = (text) => own.unsafe(text, [personId]) as never;
    const [person] = await ask<{ standing: Standing }>(STANDING);
    return { policy, asked: policy && person ? await questions(policy, person.standing, personId, ask) : [] };
  });

/** The same within a change, under the policy it runs under. */
export async function openQuestionsIn(db: Transaction, policy: PolicyInForce, personId: string): Promise<Asked[]> {
  const ask: Ask = (text) =>
    db.execute(
      sql.join(text.split('$1').flatMap((piece, at) => (at ? [sql`${personId}`, sql.raw(piece)] : [sql.raw(piece)]))),
    ) as never;
  const [person] = await ask<{ standing: Standing }>(STANDING);
  return person ? questions(policy, person.standing, personId, ask) : [];
}
