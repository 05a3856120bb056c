import type { Viewer } from '~/auth/viewer';
import { type FieldCodes, type FormValues, parseForm } from '~/lib/forms';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { networkErrors } from '../network/network-errors.server';
import { readNetwork } from '../network/network-form';
import { sendTestMail } from '../network/test-mail.server';
import { finishSetUp, type SetUp } from './finish-set-up.server';
import { readOwnTerms, SET_UP_LIMITS, setUpForm } from './set-up-form';
import { setUpPage } from './set-up-page.server';

/** What the page shows again; nothing that was typed is lost. */
export interface SetUpOutcome {
  kind: 'invalid' | 'test-mail' | 'taken';
  values: FormValues;
  errors: Record<string, string>;
  /** Whether the test mail is on its way; false when it was asked for too often. */
  sent?: boolean;
}

const LONGEST = {
  personName: SET_UP_LIMITS.personName,
  ownInterests: SET_UP_LIMITS.ownTerms,
  ownSkills: SET_UP_LIMITS.ownTerms,
};

type Read = { ok: true; setUp: SetUp } | { ok: false; codes: FieldCodes };

/** The form with something in place of texts that cannot be read, which shows what else is wrong with it. */
function withoutFaults(form: FormData, faults: FieldCodes): FormData | null {
  const rest = new FormData();
  for (const [key, value] of form) rest.append(key, value);
  for (const field of Object.keys(faults)) {
    if (field !== 'name' && !(field in LONGEST) && !/^(purpose|description)_/.test(field)) return null;
    rest.set(field, 'x');
  }
  return rest;
}

function readSetUp(form: FormData, known: boolean, locale: Locale): Read {
  const parsed = parseForm(setUpForm, form);
  if (!parsed.ok) {
    const rest = withoutFaults(form, parsed.errors);
    const others = rest && readSetUp(rest, known, locale);
    return { ok: false, codes: { ...parsed.errors, ...(others && !others.ok ? others.codes : {}) } };
  }
  const { data } = parsed;
  const { values: network, codes } = readNetwork(data);
  const ownInterests = readOwnTerms(data.ownInterests, network.locales);
  const ownSkills = readOwnTerms(data.ownSkills, network.locales);
  const all: FieldCodes = {
    ...codes,
    ...(known || data.personName ? {} : { personName: ['required'] }),
    ...(ownInterests ? {} : { ownInterests: ['terms'] }),
    ...(ownSkills ? {} : { ownSkills: ['terms'] }),
  };
  if (Object.keys(all).length > 0) return { ok: false, codes: all };
  const { personName, interests, skills } = data;
  return {
    ok: true,
    setUp: {
      network,
      personName,
      interests,
      skills,
      ownInterests: ownInterests ?? [],
      ownSkills: ownSkills ?? [],
      locale,
    },
  };
}

function typed(form: FormData): FormValues {
  const values: FormValues = {};
  for (const name of new Set(form.keys())) values[name] = form.getAll(name).map(String);
  return values;
}

/** Handles the set-up page's form. The result is the new steward's account, or what to show. */
export async function submitSetUp(
  viewer: Viewer,
  token: string,
  form: FormData,
  locale: Locale,
): Promise<{ accountId: string } | SetUpOutcome> {
  const values = typed(form);
  const { page } = await setUpPage(viewer, token, locale);
  if (!page) return { kind: 'taken', values, errors: {} };
  if (form.get('intent') === 'test-mail')
    return { kind: 'test-mail', values, errors: {}, sent: await sendTestMail({ setUpToken: token }) };
  const read = readSetUp(form, page.known, locale);
  if (!read.ok) return { kind: 'invalid', values, errors: networkErrors(read.codes, locale, LONGEST) };
  return (await finishSetUp(token, read.setUp)) ?? { kind: 'taken', values, errors: {} };
}
