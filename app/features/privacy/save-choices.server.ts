import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { groups } from '#db/schema/groups';
import { people } from '#db/schema/people';
import { sharingGrants } from '#db/schema/sharing';
import { AUDIENCES, type Audience, isAudience, reaches, upTo } from '~/lib/audience';
import { type FieldCodes, FORM, parseForm } from '~/lib/forms';
import type { Locale } from '~/lib/paraglide/runtime.js';
import type { Unit } from '~/sharing/command.server';
import type { CompiledCategory, CompiledPolicy } from '~/sharing/compile-policy.server';
import { type Choice, saveGrants } from '~/sharing/grants.server';
import { said } from './catalogue.server';
import { type ChoiceSubject, choosable, proposed } from './choices.server';
import { savedByCategory } from './saved.server';
import { categoryLabel, choiceSha256, wordsSha256 } from './wording.server';

export type KeptChoices = Record<string, Audience>;
export type ChoicesResult =
  | { kind: 'saved'; one: string | null; chosen: KeptChoices }
  | { kind: 'stale'; one: string | null; chosen: KeptChoices }
  /** More would be shared than before, and who asks for it has to show first that it is they. */
  | { kind: 'prove'; one: string | null; chosen: KeptChoices }
  | { kind: 'invalid'; message: string; chosen: KeptChoices };

/** Field that carries the hash of the words shown beside a category's choice. */
export const wordsField = (category: string): string => `${category}.words`;
/** Field that carries what was saved for a category when the form was made: an audience, or nothing before a first save. */
export const wasField = (category: string): string => `${category}.was`;

/** Field of a button that chooses an audience for one category and saves that alone: `person.town:member`. */
export const PICK = 'pick';

/** A form whose button picked an audience, as one that chose it and saves that category alone. */
function unpicked(sent: FormData): FormData {
  const pick = sent.get(PICK);
  if (typeof pick !== 'string') return sent;
  const [category = '', audience = ''] = pick.split(':');
  const form = new FormData();
  for (const [name, value] of sent) if (name !== PICK && name !== category) form.append(name, value);
  form.append(category, audience);
  form.append('save', category);
  return form;
}

/**
 * Saves the choices a form sent for one subject, all of them or the one whose button was pressed, as far as they change
 * what is saved. Saves nothing if the words, the policy or the saved choices they were made from are no longer those that
 * stand, or if any part of the form is no choice of it.
 * @param mayWiden whether more may be shared than before
 */
export async function saveChoices(
  unit: Unit,
  subject: { kind: ChoiceSubject; id: string; givenBy: string },
  sentForm: FormData,
  locale: Locale,
  mayWiden: boolean,
): Promise<ChoicesResult> {
  const { policy } = unit;
  const form = unpicked(sentForm);
  const categories = choosable(policy, subject.kind);
  const stored = await lockedChoices(unit, subject);
  const saved = (name: string) => stored.audiences.get(name);
  if (form.has('stop')) return stopSharing(unit, subject, form, locale, stored.audiences);
  const chosen = keptChoices(form, categories, stored.audiences);
  const one = categories.find(({ name }) => name === form.get('save'))?.name ?? null;
  if (form.get('policy') !== policy.sha256) return { kind: 'stale', one, chosen };
  const parsed = parseForm(formSchema(policy, categories), form);
  if (!parsed.ok) return { kind: 'invalid', message: refusal(policy, parsed.errors, locale), chosen };
  const sent = parsed.data as Record<string, string | undefined>;
  const wanted = categories.filter(({ name }) => sent[name] && (one === null || one === name));
  if (wanted.length === 0) return { kind: 'invalid', message: said('privacy_sharing_invalid_empty', locale), chosen };
  const stale = wanted.some(
    (each) =>
      sent[wordsField(each.name)] !== choiceSha256(each, upTo(each.ceiling), locale) ||
      sent[wasField(each.name)] !== (saved(each.name) ?? ''),
  );
  if (stale) return { kind: 'stale', one, chosen };
  const changes = wanted
    .filter(({ name }) => sent[name] !== saved(name) || (name === one && !stored.current.has(name)))
    .map((category) => ({ category, audience: sent[category.name] as Audience }));
  const before = (category: CompiledCategory) =>
    saved(category.name) ?? (subject.kind === 'person' ? 'self' : category.default);
  if (!mayWiden && changes.some(({ category, audience }) => !reaches(before(category), audience)))
    return { kind: 'prove', one, chosen };
  await saveGrants(
    unit,
    subject,
    changes.map(({ category, audience }) => asChoice(category, audience, locale)),
  );
  return { kind: 'saved', one, chosen };
}

/**
 * Takes one choice back by the button beside it, whatever else the form says and however old it is: shared with nobody
 * any more.
 */
async function stopSharing(
  unit: Unit,
  subject: { kind: ChoiceSubject; id: string; givenBy: string },
  form: FormData,
  locale: Locale,
  stored: ReadonlyMap<string, Audience>,
): Promise<ChoicesResult> {
  const categories = choosable(unit.policy, subject.kind);
  const text = z.string().max(64).optional();
  const fields = categories.flatMap(({ name }) => [name, wordsField(name), wasField(name)]);
  const shape = Object.fromEntries(fields.map((field) => [field, text]));
  const sent = parseForm(z.object({ ...shape, policy: text, stop: z.string() }), form);
  const category = categories.find(({ name }) => sent.ok && name === sent.data.stop);
  if (!category) return { kind: 'invalid', message: said('privacy_sharing_invalid_unknown', locale), chosen: {} };
  if (stored.get(category.name) !== 'self')
    await saveGrants(unit, subject, [asChoice(category, 'self', locale)], 'withdrawal');
  const { [category.name]: _taken, ...chosen } = keptChoices(form, categories, stored);
  return { kind: 'saved', one: category.name, chosen };
}

/**
 * What a subject has saved so far, by category, and the categories it saved under the policy in force; locked against
 * another save until the transaction ends.
 */
async function lockedChoices(
  { db, policy }: Unit,
  { kind, id }: { kind: ChoiceSubject; id: string },
): Promise<{ audiences: ReadonlyMap<string, Audience>; current: ReadonlySet<string> }> {
  const table = kind === 'person' ? people : groups;
  await db.select({ id: table.id }).from(table).where(eq(table.id, id)).for('update');
  const rows = await db
    .select()
    .from(sharingGrants)
    .where(and(eq(sharingGrants.subject, kind), eq(sharingGrants.subjectId, id)));
  return {
    audiences: new Map([...savedByCategory(policy, kind, rows)].map(([name, { audience }]) => [name, audience])),
    current: new Set(rows.flatMap((row) => (row.policySha256 === policy.sha256 ? row.category : []))),
  };
}

const asChoice = (category: CompiledCategory, audience: Audience, locale: Locale): Choice => ({
  category: category.name,
  audience,
  wordsSha256: wordsSha256(category, audience, locale),
});

function formSchema(policy: CompiledPolicy, categories: readonly CompiledCategory[]) {
  const names = categories.map(({ name }) => name);
  const fields = categories.flatMap(({ name, ceiling }) => [
    [
      name,
      z
        .enum(AUDIENCES)
        .refine((audience) => reaches(ceiling, audience), 'too_wide')
        .optional(),
    ],
    [wordsField(name), z.string().max(64).optional()],
    [wasField(name), z.string().max(64).optional()],
  ]);
  return z.object({
    policy: z.literal(policy.sha256),
    save: z.enum(['all', ...names]),
    ...Object.fromEntries(fields),
  });
}

/**
 * What a form chose, as far as the policy in force knows and allows it: to show it again. A choice the form came with and
 * nobody changed in it gives way to what was saved in between.
 */
function keptChoices(
  form: FormData,
  categories: readonly CompiledCategory[],
  stored: ReadonlyMap<string, Audience>,
): KeptChoices {
  const kept: KeptChoices = {};
  for (const category of categories) {
    const { name, ceiling } = category;
    const [value, was] = [form.get(name), form.get(wasField(name))];
    if (!isAudience(value) || !reaches(ceiling, value)) continue;
    const untouched = value === proposed(category, isAudience(was) ? was : undefined);
    if (!untouched || was === (stored.get(name) ?? '')) kept[name] = value;
  }
  return kept;
}

function refusal(policy: CompiledPolicy, errors: FieldCodes, locale: Locale): string {
  const category = Object.keys(errors)
    .map((field) => policy.category(field))
    .find(Boolean);
  if (errors[FORM] || !category) return said('privacy_sharing_invalid_unknown', locale);
  return said('privacy_sharing_invalid_choice', locale, { what: categoryLabel(category, locale) });
}
