import { createHash } from 'node:crypto';
import type { SignedIn } from '~/auth/viewer';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { type Asked, openQuestions } from '~/sharing/open-questions.server';
import { noPolicyYet } from '~/sharing/policies.server';
import type { Widened } from '~/sharing/widened';
import { changeSentence } from '../change-wording.server';
import { categoryLabel, wordsShown } from '../wording.server';

/** Form field of the answer about a category: of the viewer themselves, or of a group by the name in its address. */
export const answerField = (slug: string | null, category: string): string => `${slug ?? ''}:${category}`;
/** Field that carries the hash of what stood beside an answer. */
export const readField = (field: string): string => `${field}.words`;

/** One question in words. */
export function describeQuestion(slug: string | null, { category, changes, stands, offered }: Widened, locale: Locale) {
  const sentences = changes.flatMap((change) => changeSentence(change, locale) ?? []);
  const agreed = wordsShown(category, offered, locale);
  const now = wordsShown(category, stands, locale);
  return {
    field: answerField(slug, category.name),
    label: categoryLabel(category, locale),
    changes: sentences,
    now,
    agreed,
    wordsSha256: createHash('sha256')
      .update([...sentences, agreed, now].join('\n'))
      .digest('hex'),
  };
}
export type Question = ReturnType<typeof describeQuestion>;

export const describeAsked = ({ slug, name, open }: Asked, locale: Locale) => ({
  slug,
  name,
  questions: open.map((each) => describeQuestion(slug, each, locale)),
});

/** What the policy in force allows beyond what the viewer agreed to, for themselves and for the groups they lead. */
export async function myQuestions(viewer: SignedIn, locale: Locale) {
  const { policy, asked } = await openQuestions(viewer.personId);
  if (!policy) throw noPolicyYet();
  return {
    policy: { version: policy.version, sha256: policy.sha256 },
    asked: asked.map((each) => describeAsked(each, locale)),
  };
}
export type MyQuestions = Awaited<ReturnType<typeof myQuestions>>;

/** How many of them there are. */
export async function countMyQuestions(viewer: SignedIn): Promise<number> {
  const { asked } = await openQuestions(viewer.personId);
  return asked.reduce((sum, { open }) => sum + open.length, 0);
}
