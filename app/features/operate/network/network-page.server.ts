import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { network } from '#db/schema/network';
import type { SignedIn } from '~/auth/viewer';
import { readNetworkSettings } from '~/features/directory/network.server';
import { type FormValues, parseForm } from '~/lib/forms';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { command, type Unit } from '~/sharing/command.server';
import { mailStatus } from './mail-status.server';
import { differing } from './network-differences.server';
import { networkErrors } from './network-errors.server';
import { LOCALES, type NetworkValues, networkFields, networkFormValues, readNetwork } from './network-form';
import { writeNetwork } from './save-network.server';
import { sendTestMail } from './test-mail.server';

const networkForm = z.object({
  ...networkFields,
  seen: z.string().max(64).optional(),
  intent: z.enum(['save', 'test-mail']).default('save'),
});

/** Tells settings apart that a form was made from. */
const markOf = (values: FormValues): string => createHash('sha256').update(JSON.stringify(values)).digest('hex');

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
  return { values, seen: markOf(values), mail: mailStatus() };
}
export type NetworkPage = Awaited<ReturnType<typeof networkPage>>;

/** What the page shows again; nothing that was typed is lost. */
export interface NetworkOutcome {
  kind: 'invalid' | 'changed' | 'test-mail';
  values: FormValues;
  /** Mark of the settings that what was typed is compared with. */
  seen: string;
  errors: Record<string, string>;
  sent?: boolean;
  /** What somebody else saved meanwhile, where it differs from what was typed. */
  theirs?: { label: string; text: string }[];
}

/** Saves the settings for an operator; null once saved. */
export async function submitNetwork(viewer: SignedIn, form: FormData, locale: Locale): Promise<NetworkOutcome | null> {
  const values: FormValues = {};
  for (const name of new Set(form.keys())) values[name] = form.getAll(name).map(String);
  const seen = String(form.get('seen') ?? '');
  if (form.get('intent') === 'test-mail')
    return { kind: 'test-mail', values, seen, errors: {}, sent: await sendTestMail({ viewer }) };
  const parsed = parseForm(networkForm, form);
  const read = parsed.ok ? readNetwork(parsed.data) : { values: null, codes: parsed.ok ? {} : parsed.errors };
  if (!read.values || Object.keys(read.codes).length > 0)
    return { kind: 'invalid', values, seen, errors: networkErrors(read.codes, locale) };
  const wanted = read.values;
  return command(async (unit) => {
    const theirs = await storedValues(unit);
    const mine = networkFormValues(wanted);
    if (theirs && seen && ![seen, markOf(mine)].includes(markOf(theirs)))
      return { kind: 'changed', values, seen: markOf(theirs), errors: {}, theirs: differing(mine, theirs, locale) };
    await writeNetwork(unit, wanted);
    return null;
  });
}

/** The settings as stored, locked against a change until the transaction ends. */
async function storedValues({ db }: Unit): Promise<FormValues | null> {
  const [stored] = await db.select().from(network).where(eq(network.id, 1)).for('update');
  return stored ? networkFormValues(stored as NetworkValues) : null;
}
