import { mustBe } from '~/auth/must-be';
import type { SignedIn } from '~/auth/viewer';
import { AUDIENCES, isAudience } from '~/lib/audience';
import type { FormValues } from '~/lib/forms';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { command } from '~/sharing/command.server';
import { PURPOSES, RELATIONS } from '~/sharing/policy-schema';
import { REGISTRY } from '~/sharing/registry';
import { wordsFor } from '../catalogue.server';
import { basisLabel, purposeLabel, recipientLabel, relationSentence } from '../terms.server';
import { audienceLabel, ownerOf } from '../wording.server';
import { draftFaults } from './draft-faults.server';
import { type LooseCategory, type LooseRecipient, periodParts } from './draft-parts';
import { baseOf, type LooseTable, looseTable, proseOf } from './draft-text.server';
import { draftOf } from './drafts.server';

type Option = { value: string; label: string };

const subjectOf = (name: string) => name.split('.')[0] ?? '';
const fieldLabel = (subject: string, field: string, locale: Locale) =>
  wordsFor(`privacy_field_${subject}_${field}`, locale) ?? field;
const owner = (name: string) => ownerOf({ subject: subjectOf(name) as 'person' });
const audience = (value: string, name: string, locale: Locale) =>
  isAudience(value) ? audienceLabel(value, owner(name), locale) : value;
const list = (items: string[], locale: Locale) => new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale).format(items);

const labelOf = ({ name, label }: LooseCategory, locale: Locale) =>
  label[locale] || label.en || (wordsFor(`privacy_label_${name.replace('.', '_')}`, locale) ?? name);

/** One category in short, as far as it can be read. */
function row(category: LooseCategory, locale: Locale) {
  const { name, fields } = category;
  return {
    name,
    label: labelOf(category, locale),
    what: list(
      fields.map((field) => fieldLabel(subjectOf(name), field, locale)),
      locale,
    ),
    ceiling: audience(category.ceiling, name, locale),
    proposed: audience(category.default, name, locale),
    retention: category.retention,
  };
}

/** The choices of a list, with what a document names beside them although there is no such thing. */
const withOdd = (options: Option[], chosen: string[]): Option[] => [
  ...options,
  ...chosen
    .filter((value) => value && !options.some((each) => each.value === value))
    .map((value) => ({ value, label: value })),
];

const purposeOptions = (locale: Locale): Option[] =>
  PURPOSES.map((value) => ({ value, label: purposeLabel(value, locale) }));

/** The form of one category. */
function categoryForm(category: LooseCategory, table: LooseTable, locale: Locale) {
  const subject = subjectOf(category.name);
  const elsewhere = new Map(
    table.categories
      .filter((each) => each !== category && subjectOf(each.name) === subject)
      .flatMap((each) => each.fields.map((field) => [field, labelOf(each, locale)])),
  );
  const known = REGISTRY.filter((field) => field.subject === subject).map(({ name }) => ({
    value: name,
    label: fieldLabel(subject, name, locale),
    elsewhere: elsewhere.get(name) ?? null,
  }));
  const odd = withOdd(known, category.fields).slice(known.length);
  const { from, days } = periodParts(category.retention);
  const values: FormValues = {
    label_en: category.label.en,
    label_es: category.label.es,
    fields: category.fields,
    ceiling: category.ceiling,
    default: category.default,
    relations: category.relations,
    purposes: category.purposes,
    searchable: category.searchable ? 'on' : '',
    basis: category.basis,
    kept_from: from,
    kept_days: days,
  };
  const audiences = AUDIENCES.map((value) => ({ value, label: audience(value, category.name, locale) }));
  const bases = (['consent', 'contract', 'legitimate_interest'] as const).map((value) => ({
    value,
    label: basisLabel(value, locale),
  }));
  return {
    name: category.name,
    base: baseOf(category),
    values,
    fields: [...known, ...odd.map((each) => ({ ...each, elsewhere: null }))],
    ceilings: withOdd(audiences, [category.ceiling]),
    defaults: withOdd(audiences, [category.default]),
    relations: withOdd(
      RELATIONS.map((value) => ({ value, label: relationSentence(value, locale) })),
      category.relations,
    ),
    purposes: withOdd(purposeOptions(locale), category.purposes),
    bases: withOdd(bases, [category.basis]),
  };
}
export type CategoryForm = ReturnType<typeof categoryForm>;

function recipientForm(recipient: LooseRecipient, table: LooseTable, locale: Locale) {
  return {
    name: recipient.name,
    base: baseOf(recipient),
    values: { categories: recipient.categories, purposes: recipient.purposes } as FormValues,
    categories: withOdd(
      table.categories.map((each) => ({ value: each.name, label: labelOf(each, locale) })),
      recipient.categories,
    ),
    purposes: withOdd(purposeOptions(locale), recipient.purposes),
  };
}
export type RecipientForm = ReturnType<typeof recipientForm>;

const recipientRow = ({ name, categories }: LooseRecipient, table: LooseTable, locale: Locale) => {
  const labels = categories.map((category) => {
    const found = table.categories.find((each) => each.name === category);
    return found ? labelOf(found, locale) : category;
  });
  return { name, label: recipientLabel(name, locale), what: list(labels, locale) };
};

/** What stands opened, by the address of the page. */
export interface Opened {
  category: string | null;
  recipient: string | null;
}

/** The draft of the next policy as stewards work on it: in short, one part of it opened, and what is wrong with it. */
export async function draftPage(viewer: SignedIn, { category, recipient }: Opened, locale: Locale, now = new Date()) {
  mustBe(viewer, 'steward');
  return command(async (unit) => {
    const draft = await draftOf(unit);
    const { document, ...state } = draft;
    const table = looseTable(document);
    const { faults, warnings } = draftFaults(unit.policy, document, now);
    const opened = table?.categories.find(({ name }) => name === category);
    const openedRecipient = table?.recipients.find(({ name }) => name === recipient);
    return {
      ...state,
      inForce: unit.policy.version,
      faults,
      warnings,
      languages: [...proseOf(document).keys()],
      table: table && {
        categories: table.categories.map((each) => row(each, locale)),
        recipients: table.recipients.map((each) => recipientRow(each, table, locale)),
        statistics: { ...table.statistics, base: baseOf(table.statistics) },
      },
      opened: opened && table ? categoryForm(opened, table, locale) : null,
      openedRecipient: openedRecipient && table ? recipientForm(openedRecipient, table, locale) : null,
    };
  });
}
export type DraftPageData = Awaited<ReturnType<typeof draftPage>>;
