import type { z } from 'zod';
import { mustBe } from '~/auth/must-be';
import type { SignedIn } from '~/auth/viewer';
import { valuesOf } from '~/features/directory/edit-form';
import { type FormValues, parseForm, takeForm } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';
import { command } from '~/sharing/command.server';
import { REGISTRY } from '~/sharing/registry';
import { addForm, categoryForm, recipientForm, removeForm, statisticsForm, wholeForm } from './draft-forms';
import { periodOf } from './draft-parts';
import * as text from './draft-text.server';
import { discardDraft, draftOf, keepDraft, takeUpDraft } from './drafts.server';

/** What became of a form of the draft: where to go on, or why nothing was kept, with what was typed. */
export type DraftSaid =
  | { ok: true; at: string }
  | { ok: false; part: string; name: string; problem: string; values: FormValues };

type Table = text.LooseTable;
type Change = { part: string; name: string; problem?: string; at?: string; apply: (document: string) => string };

const stale = (part: unknown, base: string) => (text.baseOf(part) === base ? {} : { problem: m.drafting_overtaken() });

const readers: Record<string, (form: FormData, table: Table) => Change | null> = {
  category(form, table) {
    const read = parseForm(categoryForm, form);
    if (!read.ok) return null;
    const { name, base, label_en, label_es, kept_from, kept_days, intent: _, ...rule } = read.data;
    const there = table.categories.find((each) => each.name === name);
    const made = {
      ...rule,
      name,
      label: { en: label_en ?? '', es: label_es ?? '' },
      retention: periodOf({ from: kept_from, days: kept_days ?? '' }),
    };
    return { part: 'categories', name, ...stale(there, base), apply: (document) => text.withCategory(document, made) };
  },
  recipient(form, table) {
    const read = parseForm(recipientForm, form);
    if (!read.ok) return null;
    const { intent: _, base, ...rule } = read.data;
    const there = table.recipients.find(({ name }) => name === rule.name);
    return {
      part: 'recipients',
      name: rule.name,
      ...stale(there, base),
      apply: (document) => text.withRecipient(document, rule),
    };
  },
  statistics(form, table) {
    const read = parseForm(statisticsForm, form);
    if (!read.ok) return null;
    const numbers = { minimum: read.data.minimum ?? '', round: read.data.round ?? '' };
    const apply = (document: string) => text.withStatistics(document, numbers);
    return { part: 'statistics', name: '', ...stale(table.statistics, read.data.base), at: '?saved#statistics', apply };
  },
  'add-category': (form, table) => added(form, table),
  'add-recipient': (form, table) => added(form, table),
  'remove-category': (form, table) => removed(form, table),
  'remove-recipient': (form, table) => removed(form, table),
};

const SUBJECTS = new Set<string>(REGISTRY.map(({ subject }) => subject));
const EMPTY = { label: { en: '', es: '' }, fields: [], ceiling: 'self', default: 'self', relations: [], purposes: [] };
const NEW = { ...EMPTY, searchable: false, basis: 'consent', retention: 'account+30d' };

function added(form: FormData, table: Table): Change | null {
  const read = parseForm(addForm, form);
  if (!read.ok) return null;
  const name = read.data.name ?? '';
  const category = read.data.intent === 'add-category';
  const subject = name.split('.')[0] ?? '';
  const fits = category ? /^[a-z]+\.[a-z_]+$/.test(name) && SUBJECTS.has(subject) : /^[a-z][a-z0-9_-]*$/.test(name);
  const taken = (category ? table.categories : table.recipients).some((each) => each.name === name);
  const problem = taken ? m.drafting_name_taken() : category ? m.drafting_name_category() : m.drafting_name_recipient();
  return {
    part: read.data.intent,
    name: '',
    ...((taken || !fits) && { problem }),
    at: `?${category ? 'category' : 'recipient'}=${encodeURIComponent(name)}#${category ? 'categories' : 'recipients'}-${name}`,
    apply: (document) =>
      category
        ? text.withCategory(document, { name, ...NEW })
        : text.withRecipient(document, { name, categories: [], purposes: [] }),
  };
}

function removed(form: FormData, table: Table): Change | null {
  const read = parseForm(removeForm, form);
  if (!read.ok) return null;
  const { intent, name, base } = read.data;
  const category = intent === 'remove-category';
  const there = (category ? table.categories : table.recipients).find((each) => each.name === name);
  return {
    part: category ? 'categories' : 'recipients',
    name,
    ...stale(there, base),
    at: '?saved',
    apply: (document) => (category ? text.withoutCategory : text.withoutRecipient)(document, name),
  };
}

/**
 * Does what one of the forms of the draft's table asks. What is wrong with its content is kept and told by the check;
 * what somebody else changed meanwhile is not overwritten.
 * @throws DomainError `not_found` for whoever is no steward, `invalid` for no form of the page
 */
export function submitDraft(viewer: SignedIn, form: FormData): Promise<DraftSaid> {
  mustBe(viewer, 'steward');
  const reader = readers[String(form.get('intent'))];
  return command(async (unit): Promise<DraftSaid> => {
    const draft = await draftOf(unit, { hold: true });
    const table = reader && text.looseTable(draft.document);
    if (!reader || !table) {
      const { intent } = takeForm(wholeForm as z.ZodObject<typeof wholeForm.shape>, form);
      await (intent === 'discard' ? discardDraft(unit) : takeUpDraft(unit, draft.document));
      return { ok: true, at: '?saved' };
    }
    const values = valuesOf(form);
    const change = reader(form, table);
    if (!change) {
      const part =
        { category: 'categories', recipient: 'recipients' }[String(form.get('intent'))] ?? String(values.intent);
      return { ok: false, part, name: String(values.name ?? ''), problem: m.drafting_unreadable(), values };
    }
    const { part, name, problem, at, apply } = change;
    if (problem) return { ok: false, part, name, problem, values };
    await keepDraft(unit, apply(draft.document));
    return { ok: true, at: at ?? `?saved#${part}-${name}` };
  });
}
