import { AsyncLocalStorage } from 'node:async_hooks';
import type { Locale } from '~/lib/paraglide/runtime.js';

/** What belongs to one HTTP request. Remix hands every loader a Request of its own, so shared facts cannot hang on it. */
export interface RequestStore {
  locale: Locale;
  /** Address of the client, for rate limits only. */
  clientAddress: string;
  /** `Set-Cookie` values that the response carries besides its own. */
  cookies: string[];
  memo: Map<symbol, unknown>;
  /** Whether the answer is made of more than what is kept for everyone, and belongs to this request alone. */
  alone?: boolean;
}

const storage = new AsyncLocalStorage<RequestStore>();

export const runInRequest = <T>(store: RequestStore, work: () => T): T => storage.run(store, work);

/** The request being answered, or undefined outside of one (a job, a command). */
export const currentRequest = (): RequestStore | undefined => storage.getStore();

/** Adds a cookie to the response of the current request. */
export function setCookie(value: string): void {
  storage.getStore()?.cookies.push(value);
}

/** Says that what the current request is answered with must not be given to anyone else. */
export function answerAlone(): void {
  const store = storage.getStore();
  if (store) store.alone = true;
}

/** Runs `make` once per request and key; outside of a request every time. */
export function oncePerRequest<T>(key: symbol, make: () => T): T {
  const memo = storage.getStore()?.memo;
  if (!memo) return make();
  if (!memo.has(key)) memo.set(key, make());
  return memo.get(key) as T;
}
