import { randomUUID } from 'node:crypto';
import type { Localised } from '#db/schema/network';
import type { Viewer } from '~/auth/viewer';
import { readNetworkSettings } from '~/features/directory/network.server';
import { readTypedPlace } from '~/features/directory/place-choice.server';
import { placeLabels } from '~/features/directory/place-labels.server';
import { labelIn, readVocabularies } from '~/features/directory/vocabularies.server';
import { parseForm } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';
import { type Locale, locales } from '~/lib/paraglide/runtime.js';
import { readAs } from '~/sharing/read.server';
import { ALERT_LIMITS } from './alert-limits';
import { type AlertForm, alertSchema } from './alerts.schema';
import { type Alert, type AlertTarget, alertReach, mustSendAlerts, type Reach, urgentAlert } from './alerts.server';

const offered = async (viewer: Viewer): Promise<readonly Locale[]> =>
  (await readNetworkSettings(viewer))?.locales ?? locales;

/** What the page of alerts begins with. @throws DomainError `not_found` for everyone but stewards and operators */
export async function alertsPage(viewer: Viewer, locale: Locale) {
  mustSendAlerts(viewer);
  const { interests } = await readVocabularies(readAs(viewer));
  const options = interests.filter(({ retired }) => !retired);
  return {
    id: randomUUID() as string,
    locales: await offered(viewer),
    interests: options.map(({ id, labels }) => ({ value: String(id), label: labelIn(labels, locale) })),
  };
}

export type AlertsPageData = Awaited<ReturnType<typeof alertsPage>>;

/** Faults by field, in words. */
type Faults = Partial<Record<keyof AlertForm, string>>;

export type AlertAnswer =
  | { step: 'faults'; faults: Faults; values: Record<string, string> }
  | { step: 'edit'; values: Record<string, string> }
  | { step: 'preview'; values: Record<string, string>; whom: string; reach: Reach }
  | { step: 'sent' };

async function placeTarget(viewer: Viewer, place: string, locale: Locale) {
  const sql = readAs(viewer);
  const found = await readTypedPlace(sql, { text: place }, locale);
  if (found.kind === 'ask') {
    const names = found.candidates.map(({ label }) => label).join(' · ');
    return { fault: names ? m.notices_alert_place_which({ names }) : m.notices_alert_place_unknown() };
  }
  const { regionKey, country } = found.columns;
  if (!regionKey && !country) return { fault: m.notices_alert_place_unknown() };
  // A town stands for its region: so few live in many a town that a number would name them.
  const row = { town_id: null, region_key: regionKey, country };
  const whom = m.notices_alert_whom_place({ place: (await placeLabels(sql, [row], locale))(row) ?? '' });
  const target: AlertTarget = regionKey ? { regionKey } : { country: country ?? '' };
  return { target, whom };
}

/** Whom an alert is for: exactly one of a place and an interest. */
async function targetOf(viewer: Viewer, { place, interest }: AlertForm, locale: Locale) {
  if (Boolean(place) === Boolean(interest)) return { fault: m.notices_alert_one_target() };
  if (place) return placeTarget(viewer, place, locale);
  const { interests } = await readVocabularies(readAs(viewer));
  const term = interests.find(({ id }) => id === interest);
  if (!term) return { fault: m.notices_alert_one_target() };
  const label = labelIn(term.labels, locale);
  return { target: { interestId: term.id } as AlertTarget, whom: m.notices_alert_whom_interest({ interest: label }) };
}

const FIELDS = { en: ['titleEn', 'textEn'], es: ['titleEs', 'textEs'] } as const;

/** Every language that the network offers has to be there: an alert reaches people who read only one. */
function missing(form: AlertForm, wanted: readonly Locale[]): Faults {
  const empty = wanted.flatMap((locale) => FIELDS[locale]).filter((field) => !form[field]);
  return Object.fromEntries(empty.map((field) => [field, m.notices_alert_missing()]));
}

const inLanguages = (wanted: readonly Locale[], en: string | null | undefined, es: string | null | undefined) => {
  const words: Localised = {};
  if (wanted.includes('en') && en) words.en = en;
  if (wanted.includes('es') && es) words.es = es;
  return words;
};

const asValues = (form: FormData) =>
  Object.fromEntries([...form].flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])));

/**
 * One step of writing an alert: looked at, changed, sent.
 * @throws DomainError `not_found` for everyone but stewards and operators
 */
export async function alertStep(viewer: Viewer, sent: FormData, locale: Locale): Promise<AlertAnswer> {
  mustSendAlerts(viewer);
  const values = asValues(sent);
  const parsed = parseForm(alertSchema, sent);
  if (!parsed.ok) {
    const tooLong = m.notices_alert_too_long({ title: ALERT_LIMITS.title, text: ALERT_LIMITS.text });
    return { step: 'faults', faults: { id: tooLong }, values };
  }
  const form = parsed.data;
  if (form.intent === 'edit') return { step: 'edit', values };
  const wanted = await offered(viewer);
  const found = await targetOf(viewer, form, locale);
  const faults: Faults = { ...missing(form, wanted), ...('fault' in found ? { place: found.fault } : {}) };
  if ('fault' in found || Object.keys(faults).length > 0) return { step: 'faults', faults, values };
  const { target, whom } = found;
  if (form.intent === 'preview') return { step: 'preview', values, whom, reach: await alertReach(viewer, target) };
  const alert: Alert = {
    id: form.id,
    title: inLanguages(wanted, form.titleEn, form.titleEs),
    text: inLanguages(wanted, form.textEn, form.textEs),
    target,
    urgent: form.urgent,
  };
  await urgentAlert(viewer, alert);
  return { step: 'sent' };
}
