import type { Sql } from '#db/client.server';
import { asSelf } from '#db/self.server';
import { mayWiden } from '~/auth/may-widen.server';
import type { SignedIn } from '~/auth/viewer';
import { AUDIENCES } from '~/lib/audience';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { command } from '~/sharing/command.server';
import { effectiveForPerson } from '~/sharing/effective';
import { noPolicyYet, type PolicyInForce, readPolicyInForce } from '~/sharing/policies.server';
import { REGISTRY } from '~/sharing/registry';
import { said } from './catalogue.server';
import { type ChoiceView, describeChoice, gathered, type SavedChoice, seenNow } from './choices.server';
import { type ChoicesResult, saveChoices } from './save-choices.server';
import { type GrantRow, savedByCategory } from './saved.server';
import { categoryLabel } from './wording.server';

async function readMine(viewer: SignedIn): Promise<{ policy: PolicyInForce; saved: Map<string, SavedChoice> }> {
  return asSelf(viewer.personId, async (own) => {
    const sql = own as unknown as Sql;
    const policy = await readPolicyInForce(sql);
    if (!policy) throw noPolicyYet();
    const rows = await sql<GrantRow[]>`
      select category, audience, policy_sha256 as "policySha256", created_at as "createdAt" from core.sharing_grants
      where subject = 'person' and subject_id = ${viewer.personId}`;
    return { policy, saved: savedByCategory(policy, 'person', rows) };
  });
}

/** What the viewer shares: every category with who sees it now and what they may choose, and all of it in short. */
export async function mySharing(viewer: SignedIn, locale: Locale) {
  const { policy, saved } = await readMine(viewer);
  const choices = gathered(policy, 'person').map((category) =>
    describeChoice(
      category,
      {
        grant: saved.get(category.name),
        effective: effectiveForPerson(category, saved.get(category.name)?.audience, viewer.standing),
      },
      locale,
    ),
  );
  return {
    policy: { version: policy.version, sha256: policy.sha256 },
    standing: viewer.standing,
    anythingSaved: saved.size > 0,
    choices,
    summary: summaryOf(choices),
  };
}
export type MySharing = Awaited<ReturnType<typeof mySharing>>;

/** Labels of the categories by who sees them now, widest first. */
const summaryOf = (choices: readonly ChoiceView[]) =>
  [...AUDIENCES]
    .reverse()
    .map((audience) => ({
      audience,
      labels: choices.filter((choice) => choice.now === audience).map(({ label }) => label),
    }))
    .filter(({ labels }) => labels.length > 0);

/** Saves what the viewer chose on the sharing page, for themselves and nobody else. */
export async function saveMySharing(viewer: SignedIn, form: FormData, locale: Locale): Promise<ChoicesResult> {
  const subject = { kind: 'person' as const, id: viewer.personId, givenBy: viewer.personId };
  const widen = await mayWiden(viewer);
  return command((unit) => saveChoices(unit, subject, form, locale, widen));
}

/** For each field of a person: who sees the viewer's own now, in a sentence, and the category one changes that in. */
export async function whoSeesMine(viewer: SignedIn, locale: Locale) {
  const { policy, saved } = await readMine(viewer);
  const seen: Record<string, { sentence: string; category: string; label: string; fixed: boolean }> = {};
  for (const { subject, name } of REGISTRY) {
    const category = policy.categoryOf('person', name);
    if (subject !== 'person' || !category) continue;
    const now = seenNow(category, effectiveForPerson(category, saved.get(category.name)?.audience, viewer.standing));
    const fixed = category.ceiling === 'self';
    const sentence = said(fixed ? 'privacy_seen_always' : `privacy_seen_${now}`, locale);
    seen[name] = { sentence, category: category.name, label: categoryLabel(category, locale), fixed };
  }
  return seen;
}
