import { z } from 'zod';
import type { SignedIn } from '~/auth/viewer';
import { readNetworkSettings } from '~/features/directory/network.server';
import { type FormValues, parseForm } from '~/lib/forms';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { command } from '~/sharing/command.server';
import { mailStatus } from './mail-status.server';
import { networkErrors } from './network-errors.server';
import { LOCALES, networkFields, networkFormValues, readNetwork } from './network-form';
import { writeNetwork } from './save-network.server';
import { sendTestMail } from './test-mail.server';

const networkForm = z.object({ ...networkFields, intent: z.enum(['save', 'test-mail']).default('save') });

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
  return { values: networkFormValues(stored ?? blank), mail: mailStatus() };
}
export type NetworkPage = Awaited<ReturnType<typeof networkPage>>;

/** What the page shows again; nothing that was typed is lost. */
export interface NetworkOutcome {
  kind: 'invalid' | 'test-mail';
  values: FormValues;
  errors: Record<string, string>;
  sent?: boolean;
}

/** Saves the settings for an operator; null once saved. */
export async function submitNetwork(viewer: SignedIn, form: FormData, locale: Locale): Promise<NetworkOutcome | null> {
  const values: FormValues = {};
  for (const name of new Set(form.keys())) values[name] = form.getAll(name).map(String);
  if (form.get('intent') === 'test-mail')
    return { kind: 'test-mail', values, errors: {}, sent: await sendTestMail({ viewer }) };
  const parsed = parseForm(networkForm, form);
  const read = parsed.ok ? readNetwork(parsed.data) : { values: null, codes: parsed.ok ? {} : parsed.errors };
  if (!read.values || Object.keys(read.codes).length > 0)
    return { kind: 'invalid', values, errors: networkErrors(read.codes, locale) };
  const network = read.values;
  await command((unit) => writeNetwork(unit, network));
  return null;
}
