import { z } from 'zod';
import { isHex } from '~/lib/colour';
import { type FieldCodes, type FormValues, formList, formOptionalText, formText } from '~/lib/forms';
import { THEME_COLOURS, type ThemeColour } from '~/lib/theme';

export const NETWORK_LIMITS = { name: 80, purpose: 160, description: 1_500 };

/** Languages of the interface, in the order they are offered. */
export const LOCALES = ['en', 'es'] as const;
type Locale = (typeof LOCALES)[number];

const COLOURS = Object.keys(THEME_COLOURS) as [ThemeColour, ...ThemeColour[]];
const purpose = () => formOptionalText({ max: NETWORK_LIMITS.purpose });
const description = () => formOptionalText({ max: NETWORK_LIMITS.description, multiline: true });

/** What a network says of itself, as the set-up page and the page of its settings send it. */
export const networkFields = {
  name: formText({ max: NETWORK_LIMITS.name }),
  locales: formList(z.enum(LOCALES), { max: LOCALES.length }),
  defaultLocale: z.enum(LOCALES),
  purpose_en: purpose(),
  purpose_es: purpose(),
  description_en: description(),
  description_es: description(),
  colour: z.enum([...COLOURS, 'own']),
  ownColour: z.string().max(20).optional(),
};
const whole = z.object(networkFields);
type Sent = z.output<typeof whole>;

export interface NetworkValues {
  name: string;
  locales: Locale[];
  defaultLocale: Locale;
  purpose: Partial<Record<Locale, string>>;
  description: Partial<Record<Locale, string>>;
  /** Null for the hub's own colour. */
  themeColor: string | null;
}

const texts = (sent: Sent, field: 'purpose' | 'description'): Partial<Record<Locale, string>> =>
  Object.fromEntries(
    LOCALES.flatMap((locale) => {
      const text = sent[`${field}_${locale}`];
      return text ? [[locale, text]] : [];
    }),
  );

function colourOf({ colour, ownColour = '' }: Sent): string | null {
  if (colour === 'own') return ownColour.toLowerCase();
  return colour === 'forest' ? null : THEME_COLOURS[colour];
}

/** The values of the network's fields, or what is wrong with several of them together. */
export function readNetwork(sent: Sent): { values: NetworkValues; codes: FieldCodes } {
  const themeColor = colourOf(sent);
  const values: NetworkValues = {
    name: sent.name,
    locales: LOCALES.filter((locale) => sent.locales.includes(locale)),
    defaultLocale: sent.defaultLocale,
    purpose: texts(sent, 'purpose'),
    description: texts(sent, 'description'),
    themeColor,
  };
  const codes: FieldCodes = {
    ...(values.locales.length > 0 ? {} : { locales: ['language_none'] }),
    ...(values.locales.length === 0 || values.locales.includes(sent.defaultLocale)
      ? {}
      : { defaultLocale: ['language_default'] }),
    ...(values.purpose[sent.defaultLocale] ? {} : { [`purpose_${sent.defaultLocale}`]: ['required'] }),
    ...(themeColor === null || isHex(themeColor) ? {} : { ownColour: ['colour'] }),
  };
  return { values, codes };
}

/** What the form shows of settings that are stored. */
export function networkFormValues(values: NetworkValues): FormValues {
  const known = COLOURS.find((key) => THEME_COLOURS[key] === values.themeColor);
  return {
    name: values.name,
    locales: values.locales,
    defaultLocale: values.defaultLocale,
    purpose_en: values.purpose.en ?? '',
    purpose_es: values.purpose.es ?? '',
    description_en: values.description.en ?? '',
    description_es: values.description.es ?? '',
    colour: values.themeColor === null ? 'forest' : (known ?? 'own'),
    ownColour: values.themeColor ?? THEME_COLOURS.forest,
  };
}
