import { z } from 'zod';
import { formFlag, formList, formOptionalText, formText } from '~/lib/forms';
import { DRAFT_LIMITS, KEPT_FROM } from './draft-parts';

const { label, name, word, days } = DRAFT_LIMITS;
const words = () => formList(formText({ max: word }), { max: 100 });
const base = z.string().max(64);

export const categoryForm = z.object({
  intent: z.literal('category'),
  name: formText({ max: name }),
  base,
  label_en: formOptionalText({ max: label }),
  label_es: formOptionalText({ max: label }),
  fields: words(),
  ceiling: formText({ max: word }),
  default: formText({ max: word }),
  relations: words(),
  purposes: words(),
  searchable: formFlag(),
  basis: formText({ max: word }),
  kept_from: z.enum(KEPT_FROM),
  kept_days: formOptionalText({ max: days }),
});

export const recipientForm = z.object({
  intent: z.literal('recipient'),
  name: formText({ max: name }),
  base,
  categories: words(),
  purposes: words(),
});

export const statisticsForm = z.object({
  intent: z.literal('statistics'),
  base,
  minimum: formOptionalText({ max: days }),
  round: formOptionalText({ max: days }),
});

export const addForm = z.object({
  intent: z.enum(['add-category', 'add-recipient']),
  name: formOptionalText({ max: name }),
});

export const removeForm = z.object({
  intent: z.enum(['remove-category', 'remove-recipient']),
  name: formText({ max: name }),
  base,
});

export const wholeForm = z.object({ intent: z.enum(['take-up', 'discard']) });
