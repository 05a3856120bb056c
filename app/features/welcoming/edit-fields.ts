import type { StoredStep } from '#db/schema/welcoming';
import type { FormValues } from '~/lib/forms';
import { JOIN_TEXT_NAMES, type JoinTexts } from './join-texts';

/** Languages that texts are written in, in the order of the form. */
export const LANGS = ['en', 'es'] as const;
export type Lang = (typeof LANGS)[number];

/** Steps that a path may have at most; the form shows all of them, filled or not. */
export const MOST_STEPS = 8;
export const STEP_LIMITS = { label: 120, text: 1_000, link: 500 };

/** The texts of the join page as the form of operators holds them. */
export const textValues = (texts: JoinTexts): FormValues =>
  Object.fromEntries(
    JOIN_TEXT_NAMES.flatMap((name) => LANGS.map((lang) => [`${name}_${lang}`, texts[name][lang] ?? ''])),
  );

export const textsFrom = (values: Record<string, string | null>): JoinTexts =>
  Object.fromEntries(
    JOIN_TEXT_NAMES.map((name) => [
      name,
      Object.fromEntries(
        LANGS.flatMap((lang) => (values[`${name}_${lang}`] ? [[lang, values[`${name}_${lang}`]]] : [])),
      ),
    ]),
  ) as JoinTexts;

/** The steps in the form's controls, one number each; `order` is where a step stands. */
export const stepValues = (steps: readonly StoredStep[]): FormValues =>
  Object.fromEntries(
    Array.from({ length: MOST_STEPS }, (_, at) => {
      const step = steps[at];
      return [
        [`id_${at}`, step?.id ?? ''],
        [`kind_${at}`, step?.kind ?? 'own'],
        [`order_${at}`, step ? String(at + 1) : ''],
        [`link_${at}`, step?.link ?? ''],
        ...(step?.on ? [[`on_${at}`, 'on']] : []),
        ...LANGS.flatMap((lang) => [
          [`label_${lang}_${at}`, step?.label[lang] ?? ''],
          [`text_${lang}_${at}`, step?.text[lang] ?? ''],
        ]),
      ];
    }).flat(),
  );
