import { z } from 'zod';
import { joining } from '#db/schema/welcoming';
import { mustBe } from '~/auth/must-be';
import type { SignedIn } from '~/auth/viewer';
import { baseOf, conflictsBetween } from '~/features/directory/edit-conflicts.server';
import { asForm, type EditConflict, type EditField, one, valuesOf, withTaken } from '~/features/directory/edit-form';
import { type FormValues, formOptionalText, parseForm } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';
import { command, type Unit } from '~/sharing/command.server';
import { LANGS, textsFrom, textValues } from './edit-fields';
import { JOIN_TEXT_NAMES, JOIN_TEXTS, type JoinTexts } from './join-texts';
import { readJoining, textsOf } from './stored.server';
import { textLabel } from './text-words';

const NAMES = JOIN_TEXT_NAMES.flatMap((text) => LANGS.map((lang) => ({ text, lang, name: `${text}_${lang}` })));
const FIELDS: readonly EditField[] = NAMES.map(({ name }) => ({ name }));

const form = z.object({
  base: z.string().max(1_000),
  ...Object.fromEntries(
    NAMES.map(({ text, name }) => [
      name,
      formOptionalText({ max: JOIN_TEXTS[text], multiline: text !== 'mailSubject' }),
    ]),
  ),
});

/** What an edit page of joining shows again; nothing that was typed is lost. */
export interface EditOutcome {
  kind: 'invalid' | 'conflict';
  values: FormValues;
  base: string;
  errors: Record<string, string>;
  conflicts: EditConflict[];
}

/** The texts of the join page as an operator changes them. @throws DomainError `not_found` for anyone else */
export async function editJoinPage(viewer: SignedIn) {
  mustBe(viewer, 'operator');
  const values = textValues(textsOf((await readJoining(viewer)).texts));
  return { values, base: baseOf(values, FIELDS) };
}
export type EditJoinPage = Awaited<ReturnType<typeof editJoinPage>>;

/** Saves them; null once saved. Fields that another operator changed meanwhile are shown side by side first. */
export async function submitJoinTexts(viewer: SignedIn, sent: FormData): Promise<EditOutcome | null> {
  mustBe(viewer, 'operator');
  const typed = valuesOf(sent);
  const base = one(typed, 'base');
  return command(async (unit): Promise<EditOutcome | null> => {
    const theirs = textValues(await lockedTexts(unit));
    const values = withTaken(typed, theirs, FIELDS);
    const read = parseForm(form, asForm(values));
    if (!read.ok) return { kind: 'invalid', values, base, errors: sentences(read.errors), conflicts: [] };
    const texts = textsFrom(read.data as Record<string, string | null>);
    const conflicts =
      base === baseOf(theirs, FIELDS)
        ? []
        : conflictsBetween(
            FIELDS,
            { mine: textValues(texts), theirs, base },
            { label: (name) => labelOf(name), text: (name, from) => one(from, name) },
          );
    if (conflicts.length > 0) return { kind: 'conflict', values, base: baseOf(theirs, FIELDS), errors: {}, conflicts };
    await unit.db
      .insert(joining)
      .values({ id: 1, texts })
      .onConflictDoUpdate({ target: joining.id, set: { texts, updatedAt: new Date() } });
    return null;
  });
}

async function lockedTexts({ db }: Unit): Promise<JoinTexts> {
  await db.insert(joining).values({ id: 1 }).onConflictDoNothing();
  const [row] = await db.select({ texts: joining.texts }).from(joining).for('update');
  return textsOf(row?.texts as Partial<JoinTexts> | null);
}

function labelOf(name: string): string {
  const found = NAMES.find((each) => each.name === name);
  return found ? textLabel(found.text, found.lang) : name;
}

const sentences = (errors: Record<string, string[]>): Record<string, string> =>
  Object.fromEntries(
    Object.keys(errors).map((name) => {
      const found = NAMES.find((each) => each.name === name);
      return found
        ? [name, m.network_error_too_long({ label: labelOf(name), max: String(JOIN_TEXTS[found.text]) })]
        : ['_form', m.network_error_form()];
    }),
  );
