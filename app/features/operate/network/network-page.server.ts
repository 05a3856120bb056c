import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { network } from '#db/schema/network';
import type { SignedIn } from '~/auth/viewer';
import { asForm, type EditConflict, one, valuesOf, withTaken } from '~/features/directory/edit-form';
import { readNetworkSettings } from '~/features/directory/network.server';
import { type FormValues, parseForm } from '~/lib/forms';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { command, type Unit } from '~/sharing/command.server';
import { mailStatus } from './mail-status.server';
import { SETTINGS, settingsBase, settingsConflicts } from './network-conflicts.server';
import { networkErrors } from './network-errors.server';
import { LOCALES, type NetworkValues, networkFields, networkFormValues, readNetwork } from './network-form';
import { writeNetwork } from './save-network.server';
import { sendTestMail } from './test-mail.server';

const networkForm = z.object({
  ...networkFields,
  base: z.string().max(200).optional(),
  intent: z.enum(['save', 'test-mail']).default('save'),
});

/** The settings of the network as an operator changes them. */
export async function networkPage(viewer: SignedIn, locale: Locale) {
  const stored = await readNetworkSettings(viewer);
  const blank = {
    name: '',
    locales: [...LOCALES],
    defaultLocale: locale,
    purpose: {},
    description: {},
    themeColor: null,
  };
  const values = networkFormValues(stored ?? blank);
  return { values, base: settingsBase(values), mail: mailStatus() };
}
export type NetworkPage = Awaited<ReturnType<typeof networkPage>>;

/** What the page shows again; nothing that was typed is lost. */
export interface NetworkOutcome {
  kind: 'invalid' | 'conflict' | 'test-mail';
  values: FormValues;
  /** What the form was made from, or is compared with from now on. */
  base: string;
  errors: Record<string, string>;
  conflicts: EditConflict[];
  sent?: boolean;
}

/** Saves the settings for an operator; null once saved. */
export async function submitNetwork(viewer: SignedIn, form: FormData, locale: Locale): Promise<NetworkOutcome | null> {
  const sent = valuesOf(form);
  const again = { values: sent, base: one(sent, 'base'), errors: {}, conflicts: [] };
  if (one(sent, 'intent') === 'test-mail') return { ...again, kind: 'test-mail', sent: await sendTestMail({ viewer }) };
  return command(async (unit): Promise<NetworkOutcome | null> => {
    const theirs = await storedValues(unit);
    const values = withTaken(sent, theirs ?? {}, SETTINGS);
    const parsed = parseForm(networkForm, asForm(values));
    const read = parsed.ok ? readNetwork(parsed.data) : { values: null, codes: parsed.errors };
    if (!read.values || Object.keys(read.codes).length > 0)
      return { ...again, kind: 'invalid', values, errors: networkErrors(read.codes, locale) };
    const mine = networkFormValues(read.values);
    const conflicts = theirs ? settingsConflicts({ mine, theirs, base: again.base }, locale) : [];
    if (theirs && conflicts.length > 0)
      return { ...again, kind: 'conflict', values, base: settingsBase(theirs), conflicts };
    await writeNetwork(unit, read.values);
    return null;
  });
}

/** The settings as stored, locked against a change until the transaction ends. */
async function storedValues({ db }: Unit): Promise<FormValues | null> {
  const [stored] = await db.select().from(network).where(eq(network.id, 1)).for('update');
  return stored ? networkFormValues(stored as NetworkValues) : null;
}
