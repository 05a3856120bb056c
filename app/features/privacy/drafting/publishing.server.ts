import { mustBe } from '~/auth/must-be';
import type { SignedIn } from '~/auth/viewer';
import { logError } from '~/lib/log.server';
import { m } from '~/lib/paraglide/messages.js';
import { type NotPublished, publishDraft } from './publish-draft.server';

/** Milliseconds a request waits: in a network of some thousands all is written by then. */
const PATIENCE = 5_000;

/** How a publication stands that took longer than a request waits. */
export type Publishing =
  | { state: 'under_way'; done: number; total: number }
  | { state: 'published' }
  | { state: 'refused'; problem: string };

/** By the account that asked for it. Whatever a server had under way when it stopped was not published. */
const underWay = new Map<string, Publishing>();

/**
 * Publishes the draft as it was read. Where all that is shown takes long to be written anew, it goes on in the background
 * of the server, and {@link publishingPage} says how far it is.
 * @param patience milliseconds to wait for it
 * @throws DomainError `not_found` for whoever is no steward
 */
export async function beginPublishing(
  viewer: SignedIn,
  sent: FormData,
  patience = PATIENCE,
): Promise<NotPublished | 'published' | 'under_way'> {
  mustBe(viewer, 'steward');
  const { accountId } = viewer;
  if (underWay.get(accountId)?.state === 'under_way') return 'under_way';
  const say = (publishing: Publishing) => void underWay.set(accountId, publishing);
  say({ state: 'under_way', done: 0, total: 0 });
  const work = publishDraft(viewer, sent, {
    onProgress: (done, total) => say({ state: 'under_way', done, total }),
  });
  const waited = await withinPatience(work, patience).catch((error) => {
    underWay.delete(accountId);
    throw error;
  });
  if (waited !== 'under_way') {
    underWay.delete(accountId);
    return waited ?? 'published';
  }
  work
    .then((refused) => say(refused ? { state: 'refused', problem: refused.problem } : { state: 'published' }))
    .catch((error) => {
      logError('Publishing a policy', error);
      say({ state: 'refused', problem: m.drafting_broke_off() });
    });
  return 'under_way';
}

async function withinPatience<T>(work: Promise<T>, patience: number): Promise<T | 'under_way'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'under_way'>((resolve) => {
    timer = setTimeout(resolve, patience, 'under_way');
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/**
 * How the publication stands that the viewer asked for last; null where there is none, or it was told already.
 * @throws DomainError `not_found` for whoever is no steward
 */
export function publishingPage(viewer: SignedIn): Publishing | null {
  mustBe(viewer, 'steward');
  const publishing = underWay.get(viewer.accountId) ?? null;
  if (publishing?.state === 'published') underWay.delete(viewer.accountId);
  return publishing;
}
