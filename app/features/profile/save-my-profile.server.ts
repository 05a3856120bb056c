import { mayWiden } from '~/auth/may-widen.server';
import type { SignedIn } from '~/auth/viewer';
import { conflictsBetween } from '~/features/directory/edit-conflicts.server';
import { errorTexts } from '~/features/directory/edit-errors.server';
import {
  asForm,
  type EditChoices,
  type EditOutcome,
  many,
  one,
  valuesOf,
  withTaken,
} from '~/features/directory/edit-form';
import { readLinks } from '~/features/directory/edit-links';
import { readTypedPlace } from '~/features/directory/place-choice.server';
import { DomainError } from '~/lib/errors';
import { type FieldCodes, type FormValues, parseForm } from '~/lib/forms';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { command } from '~/sharing/command.server';
import { readAs } from '~/sharing/read.server';
import { type MyProfile, myProfile } from './my-profile.server';
import type { ProfileValues } from './profile.schema';
import { saveProfile } from './profile-commands.server';
import { PROFILE_FIELDS, type ProfileFormValues, profileForm } from './profile-form';
import { profileFieldText, profileWording } from './profile-words.server';

/** `prove`: a switch was put off, which shows more; whoever asks for it has to show first that it is they. */
export type ProfileOutcome = EditOutcome | (Omit<EditOutcome, 'kind'> & { kind: 'prove'; off: string[] });

/**
 * Saves the viewer's own profile from its form.
 * @returns null once saved, otherwise what to show again: nothing that was written is lost
 */
export async function saveMyProfile(viewer: SignedIn, form: FormData, locale: Locale): Promise<ProfileOutcome | null> {
  const stored = await myProfile(viewer, locale);
  const values = withTaken(valuesOf(form), stored.values, PROFILE_FIELDS);
  const read = await readProfileForm(viewer, values, stored, locale);
  const kept = { values, version: Number(one(values, 'version')) || stored.version, base: one(values, 'base') };
  if ('codes' in read) {
    const errors = errorTexts(read.codes, profileWording(locale), locale);
    return { kind: 'invalid', ...kept, errors, conflicts: [], place: read.place };
  }
  const widen = await mayWiden(viewer);
  try {
    const off = await command((unit) => saveProfile(viewer, unit, read.input, read.version, widen));
    if (off.length === 0) return null;
    return {
      kind: 'prove',
      ...kept,
      errors: {},
      conflicts: [],
      place: null,
      off: off.map(profileWording(locale).label),
    };
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'conflict') throw error;
    return conflict(await myProfile(viewer, locale), kept, locale);
  }
}

function conflict(stored: MyProfile, kept: { values: FormValues; base: string }, locale: Locale): EditOutcome {
  const conflicts = conflictsBetween(
    PROFILE_FIELDS,
    { mine: kept.values, theirs: stored.values, base: kept.base },
    {
      label: profileWording(locale).label,
      text: (field, values) => profileFieldText(field, values, stored.options, locale),
    },
  );
  const { version, base } = stored;
  return { kind: 'conflict', values: kept.values, version, base, errors: {}, conflicts, place: null };
}

type Read = { input: ProfileValues; version: number } | { codes: FieldCodes; place: EditChoices | null };

async function readProfileForm(viewer: SignedIn, values: FormValues, stored: MyProfile, locale: Locale): Promise<Read> {
  const form = parseForm(profileForm, asForm(values));
  if (!form.ok) return { codes: underLinks(form.errors), place: null };
  const { data } = form;
  const links = readLinks(data.linkUrl, data.linkLabel);
  const codes: FieldCodes = {
    ...(links ? {} : { links: ['link'] }),
    ...(data.aliasOnly && !data.alias ? { alias: ['alias'] } : {}),
    ...unknownTerms(values, stored),
  };
  const text = data.place ?? '';
  const typed = { text, picked: data.placeValue ?? '', asked: data.placeAsked ?? '', answer: data.placeAnswer ?? '' };
  const place = await readTypedPlace(readAs(viewer), typed, locale);
  const ask = place.kind === 'ask' ? { asked: text, candidates: place.candidates } : null;
  if (ask) codes.place = [ask.candidates.length > 0 ? 'place_several' : 'place_unknown'];
  if (place.kind === 'ask' || Object.keys(codes).length > 0) return { codes, place: ask };
  return { input: { ...asInput(data), links: links ?? [], ...place.columns }, version: data.version };
}

/** Terms that are in none of the network's vocabularies. */
function unknownTerms(values: FormValues, { options }: MyProfile): FieldCodes {
  const unknown = Object.entries(options).filter(([field, known]) =>
    many(values, field).some((value) => !known.some((option) => option.value === value)),
  );
  return Object.fromEntries(unknown.map(([field]) => [field, ['invalid']]));
}

function asInput(data: ProfileFormValues): Omit<ProfileValues, 'links' | 'townId' | 'regionKey' | 'country'> {
  const { version, base, linkUrl, linkLabel, place, placeValue, placeAsked, placeAnswer, ...rest } = data;
  const { interests, skills, learning, languages, ...columns } = rest;
  return { ...columns, interestIds: interests, skillIds: skills, learnIds: learning, languageCodes: languages };
}

const underLinks = ({ linkUrl, linkLabel, ...rest }: FieldCodes): FieldCodes =>
  linkUrl || linkLabel ? { ...rest, links: [...(linkUrl ?? []), ...(linkLabel ?? [])] } : rest;
