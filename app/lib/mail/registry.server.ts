import type { ReactElement } from 'react';
import type { Locale } from '~/lib/paraglide/runtime.js';

/** One row of the outbox, as a handler needs it. */
export interface MailJob {
  id: string;
  about: Record<string, string>;
  createdAt: Date;
}

export interface Mail {
  to: string;
  locale: Locale;
  /** Subject and element are made within `locale`, so both are functions. */
  subject: () => string;
  element: () => ReactElement;
  /** Headers beside the usual ones, such as how to end mails of its kind. */
  headers?: Record<string, string>;
}

/** Looks up what a mail says now, for its recipient as they are now; null if there is no longer anyone or anything to tell. */
export type MailHandler = (job: MailJob) => Promise<Mail | null>;

/** Finds the addresses of mails by their ids, without rendering them; operators see them masked. */
export type AddressLookup = (jobs: readonly MailJob[]) => Promise<Map<string, string>>;

/** What is done once the mail service has taken a mail; a hub that is stopped before that does not come back to it. */
export type AfterSent = (job: MailJob) => Promise<void>;

const handlers = new Map<string, { render: MailHandler; addresses?: AddressLookup; afterSent?: AfterSent }>();

/** Registers what renders a template's mails. Features are registered by `app/registry.server.ts`. */
export function registerMail(
  template: string,
  render: MailHandler,
  addresses?: AddressLookup,
  afterSent?: AfterSent,
): void {
  handlers.set(template, { render, addresses, afterSent });
}

const unsaid = new Set<string>();

/**
 * Mails that go out only if the hub knows the address, or only if it does not: operators are told of none what became of
 * it, or they could ask for one and see who has an account.
 */
export function registerUnsaid(...templates: string[]): void {
  for (const template of templates) unsaid.add(template);
}

export const isUnsaid = (template: string): boolean => unsaid.has(template);
export const mailHandler = (template: string): MailHandler | undefined => handlers.get(template)?.render;
export const addressLookup = (template: string): AddressLookup | undefined => handlers.get(template)?.addresses;
export const afterSent = (template: string): AfterSent | undefined => handlers.get(template)?.afterSent;
/** Every registered template. */
export const mailTemplates = (): string[] => [...handlers.keys()];
