import { z } from 'zod';
import type { Sql } from '#db/client.server';
import { asSelf } from '#db/self.server';
import { mayWiden } from '~/auth/may-widen.server';
import type { SignedIn } from '~/auth/viewer';
import { takeForm } from '~/lib/forms';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { command } from '~/sharing/command.server';
import type { CompiledPolicy } from '~/sharing/compile-policy.server';
import { noPolicyYet, readPolicyInForce } from '~/sharing/policies.server';
import { RELATIONS } from '~/sharing/policy-schema';
import { isOpenable } from '~/sharing/project-relation';
import { closeToRelation, openToRelation } from '~/sharing/relation-grants.server';
import { LIVE_RELATIONS, relationsOf, type SavedRelation, someOpen } from '~/sharing/relations';
import { categoryLabel, relationSha256, relationShown } from '../wording.server';
import type { RelationOutcome } from './relation-outcome';

/** What the policy lets a person open to a relation that the hub knows of. */
const openable = (policy: CompiledPolicy) =>
  policy.categories
    .filter(({ subject, fields }) => subject === 'person' && fields.some(isOpenable))
    .flatMap((category) =>
      category.relations.flatMap((relation) => (LIVE_RELATIONS.includes(relation) ? { category, relation } : [])),
    );

/** The viewer's switches: one for each category and relation that the policy lists for it, and how it stands. */
export const myRelations = (viewer: SignedIn, locale: Locale) =>
  asSelf(viewer.personId, async (own) => {
    const policy = await readPolicyInForce(own as unknown as Sql);
    if (!policy) throw noPolicyYet();
    const saved = await own<SavedRelation[]>`
      select category, relation, policy_sha256 as "policySha256" from core.relation_grants
      where subject = 'person' and subject_id = ${viewer.personId}`;
    const open = relationsOf(policy.history, 'person', saved);
    return openable(policy).map(({ category, relation }) => ({
      category: category.name,
      relation,
      label: categoryLabel(category, locale),
      on: someOpen(category.fields, open, relation),
      /** What holds while it is on. */
      words: relationShown(category, relation, true, locale),
      wordsSha256: relationSha256(category, relation, true, locale),
      policySha256: policy.sha256,
    }));
  });
export type RelationSwitch = Awaited<ReturnType<typeof myRelations>>[number];

const form = z.object({
  category: z.string().max(64),
  relation: z.enum(RELATIONS),
  policy: z.string().max(64),
  words: z.string().max(64),
  to: z.enum(['on', 'off']),
});

/**
 * Puts one of the viewer's switches where its button says. Off is taken however old the page is. On shows more of them: it
 * takes a fresh proof, and the very words and policy that the page showed.
 * @throws DomainError `invalid` for a form that is none of the page
 */
export async function saveRelation(viewer: SignedIn, sent: FormData, locale: Locale): Promise<RelationOutcome> {
  const { category: name, relation, policy: sha256, words, to } = takeForm(form, sent);
  const widen = to === 'off' || (await mayWiden(viewer));
  const me = { kind: 'person' as const, id: viewer.personId, givenBy: viewer.personId };
  return command(async (unit): Promise<RelationOutcome> => {
    const { policy } = unit;
    if (to === 'off') {
      const shown = policy.history.find((each) => each.sha256 === sha256) ?? policy;
      const category = shown.category(name);
      if (category?.subject !== 'person') return 'stale';
      const words = relationSha256(category, relation, false, locale);
      await closeToRelation(unit, me, { fields: category.fields, relation }, words);
      return 'closed';
    }
    const found = openable(policy).find((each) => each.category.name === name && each.relation === relation);
    if (!found || policy.sha256 !== sha256 || relationSha256(found.category, relation, true, locale) !== words)
      return 'stale';
    if (!widen) return 'prove';
    await openToRelation(unit, me, { category: name, relation }, words);
    return 'opened';
  });
}
