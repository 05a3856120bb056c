import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { mayWiden } from '~/auth/may-widen.server';
import type { SignedIn } from '~/auth/viewer';
import { isFrozen } from '~/features/directory/frozen.server';
import { DomainError } from '~/lib/errors';
import { parseForm } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { command, type Unit } from '~/sharing/command.server';
import { saveGrants } from '~/sharing/grants.server';
import { uuids } from '~/sharing/load-records.server';
import { type Asked, openQuestionsIn } from '~/sharing/open-questions.server';
import type { Widened } from '~/sharing/widened';
import { choosable } from '../choices.server';
import { answerField, describeQuestion, type Question, readField } from './questions.server';

const ANSWERS = ['agree', 'leave'] as const;
export type Answer = (typeof ANSWERS)[number];
/** `kind` is what became of the answers: only `saved` ones hold. */
export interface AnswersResult {
  kind: 'saved' | 'stale' | 'prove' | 'empty' | 'invalid';
  /** As they were sent, by field. */
  answers: Record<string, Answer>;
}

interface Answered {
  asked: Asked;
  widened: Widened;
  question: Question;
  answer: Answer;
}

/**
 * Saves the viewer's answers to what a newer policy would allow: agreed to, or left as it is and not asked again for this
 * version. What is not answered stays as it is. Saves nothing if any answer is to something else than what stands open.
 */
export async function answerQuestions(viewer: SignedIn, form: FormData, locale: Locale): Promise<AnswersResult> {
  const widen = await mayWiden(viewer);
  return command(async (unit) => {
    const groups = await lockSubjects(unit, viewer);
    const fields = answerFields(unit, groups);
    const answers = Object.fromEntries(
      fields.flatMap((field) => {
        const answer = ANSWERS.find((each) => each === form.get(field));
        return answer ? [[field, answer]] : [];
      }),
    );
    if (form.get('policy') !== unit.policy.sha256) return { kind: 'stale', answers };
    const sent = parseForm(schemaOf(fields), form);
    if (!sent.ok) return { kind: 'invalid', answers };
    const values = sent.data as Record<string, string | undefined>;
    if (Object.keys(answers).length === 0) return { kind: 'empty', answers };
    const given = await matched(unit, viewer, answers, locale);
    const read = given.filter(({ question }) => values[readField(question.field)] === question.wordsSha256);
    if (read.length < Object.keys(answers).length) return { kind: 'stale', answers };
    if (!widen && given.some(({ answer }) => answer === 'agree')) return { kind: 'prove', answers };
    for (const each of given) await keep(unit, viewer, each, locale);
    return { kind: 'saved', answers };
  });
}

/** The groups the viewer leads; they and the viewer are locked against another save until the transaction ends. */
async function lockSubjects({ db }: Unit, { personId }: SignedIn): Promise<string[]> {
  await db.execute(sql`select from core.people where id = ${personId} for update`);
  const led = await db.execute<{ id: string; slug: string }>(sql`
    select g.id, g.slug from core.groups g join core.positions p on p.group_id = g.id
    where p.person_id = ${personId} and p.leads order by g.id`);
  await db.execute(
    sql`select from core.groups where id = any(${uuids(led.map(({ id }) => id))}) order by id for update`,
  );
  return led.map(({ slug }) => slug);
}

/** Every answer the viewer could have been asked for under the policy in force, whether or not it is open. */
const answerFields = ({ policy }: Unit, groups: readonly string[]): string[] => [
  ...choosable(policy, 'person').map(({ name }) => answerField(null, name)),
  ...groups.flatMap((slug) => choosable(policy, 'group').map(({ name }) => answerField(slug, name))),
];

const schemaOf = (fields: readonly string[]) =>
  z.object({
    policy: z.string(),
    ...Object.fromEntries(
      fields.flatMap((field) => [
        [field, z.enum(ANSWERS).optional()],
        [readField(field), z.string().max(64).optional()],
      ]),
    ),
  });

/** The questions that stand open and were answered. */
async function matched(
  { db, policy }: Unit,
  viewer: SignedIn,
  answers: Record<string, Answer>,
  locale: Locale,
): Promise<Answered[]> {
  const all = await openQuestionsIn(db, policy, viewer.personId);
  return all.flatMap((asked) =>
    asked.open.flatMap((widened) => {
      const question = describeQuestion(asked.slug, widened, locale);
      const answer = answers[question.field];
      return answer ? [{ asked, widened, question, answer }] : [];
    }),
  );
}

async function keep(unit: Unit, viewer: SignedIn, answered: Answered, locale: Locale): Promise<void> {
  const { asked, widened, question, answer } = answered;
  const { category, stands, offered } = widened;
  const { wordsSha256 } = question;
  if (asked.subject.kind === 'group' && (await isFrozen(unit.db, asked.subject.id)))
    throw new DomainError('conflict', m.claims_frozen_text({}, { locale }));
  if (answer === 'agree') {
    const choice = { category: category.name, audience: offered, wordsSha256 };
    await saveGrants(unit, { ...asked.subject, givenBy: viewer.personId }, [choice], 'new_policy');
    return;
  }
  unit.consentChanged({
    ...{ subject: asked.subject, actorId: viewer.personId, category: category.name, audience: stands, wordsSha256 },
    ...{ purposes: category.purposes, policySha256: unit.policy.sha256, event: 'refused', method: 'new_policy' },
  });
}
