import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { joining, STEP_KINDS, type StoredStep, WELCOMES } from '#db/schema/welcoming';
import { mustBe } from '~/auth/must-be';
import type { SignedIn } from '~/auth/viewer';
import { baseOf, conflictsBetween } from '~/features/directory/edit-conflicts.server';
import { asForm, type EditField, one, valuesOf, withTaken } from '~/features/directory/edit-form';
import { type FormValues, formFlag, formOptionalText, parseForm } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';
import { safePath } from '~/lib/paths';
import { command, type Unit } from '~/sharing/command.server';
import { LANGS, MOST_STEPS, STEP_LIMITS, stepValues } from './edit-fields';
import type { EditOutcome } from './edit-join.server';
import { STARTER_STEPS } from './steps';
import { readJoining } from './stored.server';

const AT = Array.from({ length: MOST_STEPS }, (_, at) => at);
const controlsAt = (at: number) => [
  ...['id', 'kind', 'order', 'on', 'link'].map((part) => `${part}_${at}`),
  ...LANGS.flatMap((lang) => [`label_${lang}_${at}`, `text_${lang}_${at}`]),
];
const FIELDS: readonly EditField[] = [
  { name: 'welcome' },
  ...AT.map((at) => ({ name: `step_${at}`, controls: controlsAt(at), compared: controlsAt(at) })),
];

/** An address of this hub or of the web; anything else is no link. */
const isLink = (text: string): boolean =>
  /^https?:\/\/\S+\.\S+$/.test(text) ? URL.canParse(text) : text.startsWith('/') && safePath(text, '') === text;

const stepShape = (at: number) => ({
  [`id_${at}`]: z.string().max(60),
  [`kind_${at}`]: z.enum(STEP_KINDS),
  [`order_${at}`]: z.string().max(5).optional(),
  [`on_${at}`]: formFlag(),
  [`link_${at}`]: formOptionalText({ max: STEP_LIMITS.link }).refine(
    (text) => text === null || isLink(text),
    'invalid',
  ),
  ...Object.fromEntries(
    LANGS.flatMap((lang) => [
      [`label_${lang}_${at}`, formOptionalText({ max: STEP_LIMITS.label })],
      [`text_${lang}_${at}`, formOptionalText({ max: STEP_LIMITS.text, multiline: true })],
    ]),
  ),
});

const form = z.object({
  base: z.string().max(1_000),
  welcome: z.enum(WELCOMES),
  ...Object.assign({}, ...AT.map(stepShape)),
});

type Sent = Record<string, string | boolean | null | undefined>;
type Stored = Pick<typeof joining.$inferSelect, 'welcome' | 'steps'>;

const valuesFor = ({ welcome, steps }: Stored): FormValues => ({ welcome, ...stepValues(steps ?? STARTER_STEPS) });

/** The steps of the form, without those that have no words; one without a number keeps its place. */
function stepsFrom(sent: Sent): StoredStep[] {
  const text = (name: string) => (typeof sent[name] === 'string' ? (sent[name] as string) : '');
  const words = (part: string, at: number) =>
    Object.fromEntries(
      LANGS.flatMap((lang) => (text(`${part}_${lang}_${at}`) ? [[lang, text(`${part}_${lang}_${at}`)]] : [])),
    );
  return AT.map((at) => ({
    at,
    order: Number.parseFloat(text(`order_${at}`).replace(',', '.')) || at + 1,
    step: {
      id: text(`id_${at}`) || randomUUID(),
      kind: text(`kind_${at}`) as StoredStep['kind'],
      on: sent[`on_${at}`] === true,
      label: words('label', at),
      text: words('text', at),
      link: text(`link_${at}`) || null,
    },
  }))
    .filter(({ step }) => Object.keys(step.label).length > 0)
    .sort((a, b) => a.order - b.order || a.at - b.at)
    .map(({ step }) => step);
}

/** How the network welcomes, as an operator changes it. @throws DomainError `not_found` for anyone else */
export async function editWelcomePage(viewer: SignedIn) {
  mustBe(viewer, 'operator');
  const values = valuesFor(await readJoining(viewer));
  return { values, base: baseOf(values, FIELDS) };
}
export type EditWelcomePage = Awaited<ReturnType<typeof editWelcomePage>>;

/** Saves it; null once saved. What another operator changed meanwhile is shown side by side first. */
export async function submitWelcome(viewer: SignedIn, sent: FormData): Promise<EditOutcome | null> {
  mustBe(viewer, 'operator');
  const typed = valuesOf(sent);
  const base = one(typed, 'base');
  return command(async (unit): Promise<EditOutcome | null> => {
    const theirs = valuesFor(await locked(unit));
    const values = withTaken(typed, theirs, FIELDS);
    const read = parseForm(form, asForm(values));
    if (!read.ok) return { kind: 'invalid', values, base, errors: sentences(read.errors), conflicts: [] };
    const conflicts =
      base === baseOf(theirs, FIELDS)
        ? []
        : conflictsBetween(FIELDS, { mine: values, theirs, base }, { label: labelOf, text: shownText });
    if (conflicts.length > 0) return { kind: 'conflict', values, base: baseOf(theirs, FIELDS), errors: {}, conflicts };
    const data = read.data as Sent & Pick<Stored, 'welcome'>;
    const set = { welcome: data.welcome, steps: stepsFrom(data), updatedAt: new Date() };
    await unit.db.update(joining).set(set);
    return null;
  });
}

async function locked({ db }: Unit): Promise<Stored> {
  await db.insert(joining).values({ id: 1 }).onConflictDoNothing();
  const [row] = await db.select().from(joining).for('update');
  return row ?? { welcome: 'conversation', steps: null };
}

const stepNumber = (name: string) => Number(name.slice(name.lastIndexOf('_') + 1)) + 1;
const labelOf = (name: string) =>
  name === 'welcome' ? m.join_edit_how() : m.join_edit_step({ number: stepNumber(name) });
const shownText = (name: string, values: FormValues) =>
  name === 'welcome'
    ? {
        conversation: m.join_edit_conversation(),
        one_vouch: m.join_edit_one_vouch(),
        two_vouches: m.join_edit_two_vouches(),
      }[one(values, name) as Stored['welcome']]
    : LANGS.flatMap((lang) => ['label', 'text'].map((part) => one(values, `${part}_${lang}_${stepNumber(name) - 1}`)))
        .concat(one(values, `link_${stepNumber(name) - 1}`))
        .filter(Boolean)
        .join(' · ');

const sentences = (errors: Record<string, string[]>): Record<string, string> =>
  Object.fromEntries(
    Object.keys(errors).map((name) => {
      if (/^link_\d$/.test(name)) return [name, m.join_edit_link_wrong()];
      if (/^(label|text)_.*_\d$/.test(name)) return [name, m.join_edit_too_long({ number: stepNumber(name) })];
      return ['_form', m.network_error_form()];
    }),
  );
