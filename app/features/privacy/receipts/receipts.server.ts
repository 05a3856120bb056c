import type { SignedIn } from '~/auth/viewer';
import type { Locale } from '~/lib/paraglide/runtime.js';
import type { CompiledCategory } from '~/sharing/compile-policy.server';
import { categoryOf, type PolicyHistory } from '~/sharing/consents';
import { said } from '../catalogue.server';
import { purposesText, recipientLabel, retentionPhrase } from '../terms.server';
import { categoryLabel, relationSha256, relationShown, wordsSha256, wordsShown } from '../wording.server';
import { type ReceiptRow, receiptRow, receiptRows } from './read-receipts.server';

const LOCALES: readonly Locale[] = ['en', 'es'];

const policyOf = (history: PolicyHistory, { policySha256 }: ReceiptRow) =>
  history.find(({ sha256 }) => sha256 === policySha256);

/** What a record says about a category, and the SHA-256 of it. */
const sentenceOf = (category: CompiledCategory, { relation, event, audience }: ReceiptRow, locale: Locale) =>
  relation ? relationShown(category, relation, event === 'given', locale) : wordsShown(category, audience, locale);
const sha256Of = (category: CompiledCategory, { relation, event, audience }: ReceiptRow, locale: Locale) =>
  relation ? relationSha256(category, relation, event === 'given', locale) : wordsSha256(category, audience, locale);

/** A record in a few words. */
function describeReceipt(history: PolicyHistory, row: ReceiptRow, locale: Locale) {
  const { id, at, event, method, group, stands } = row;
  const category = policyOf(history, row)?.category(categoryOf(row.category));
  return {
    ...{ id, event, group, stands, at: at.toISOString() },
    label: category ? categoryLabel(category, locale) : row.category,
    sentence: category ? sentenceOf(category, row, locale) : '',
    how: said(`receipt_method_${method}`, locale),
  };
}
export type ReceiptInShort = ReturnType<typeof describeReceipt>;

/** What the viewer gave and withdrew, and the groups they lead, newest first. */
export async function myReceipts(viewer: SignedIn, before: string | null, locale: Locale) {
  const { history, rows, next } = await receiptRows(viewer, before);
  return { receipts: rows.map((row) => describeReceipt(history, row, locale)), next, first: before === null };
}
export type MyReceipts = Awaited<ReturnType<typeof myReceipts>>;

/**
 * One receipt with everything that is kept of it.
 * @throws DomainError `not_found` for anyone whose it is not
 */
export async function myReceipt(viewer: SignedIn, id: string, locale: Locale) {
  const { history, row } = await receiptRow(viewer, id);
  const policy = policyOf(history, row);
  const category = policy?.category(categoryOf(row.category));
  const recipients = Object.entries(policy?.recipients ?? {}).filter(([, { categories }]) =>
    categories.includes(category?.name ?? ''),
  );
  const read = category && LOCALES.find((each) => sha256Of(category, row, each) === row.wordsSha256);
  return {
    ...describeReceipt(history, row, locale),
    purposes: purposesText(row.purposes, locale),
    retention: category ? retentionPhrase(category.retention, locale) : null,
    recipients: recipients.map(([recipient]) => recipientLabel(recipient, locale)),
    policy: { version: policy?.version ?? null, sha256: row.policySha256 },
    /** The sentence that was read, in the language it was read in; null where it was another than one of today's. */
    words: category && read ? { language: read, text: sentenceOf(category, row, read) } : null,
    wordsSha256: row.wordsSha256,
    hash: row.hash,
    previousHash: row.previousHash,
  };
}
export type Receipt = Awaited<ReturnType<typeof myReceipt>>;
