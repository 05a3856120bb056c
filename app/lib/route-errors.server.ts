import { json } from '@remix-run/node';
import { m } from '~/lib/paraglide/messages.js';
import { DomainError } from './errors';
import { logError } from './log.server';

/** What an error boundary finds in `error.data`. */
export interface RouteErrorData {
  code: string;
  message: string;
  detail?: Record<string, unknown>;
}

/** A domain error as the response that shows the page of its status. */
export const errorResponse = (error: DomainError): Response =>
  json<RouteErrorData>(
    { code: error.code, message: error.message, ...(error.detail && { detail: error.detail }) },
    { status: error.status },
  );

/** Whether the database cannot be reached at all, as opposed to refusing one statement. */
function isUnreachable(error: unknown): boolean {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = String((cause as { code?: unknown } | null)?.code ?? '');
  return /^(ECONN|CONNECTION_|CONNECT_TIMEOUT|57P0|53300)/.test(code);
}

/**
 * Runs the body of a loader or action. A {@link DomainError} thrown in it becomes a thrown Response with its status, which
 * shows the route's ErrorBoundary; everything else passes through.
 */
export async function answer<T>(body: () => Promise<T> | T): Promise<T> {
  try {
    return await body();
  } catch (error) {
    if (error instanceof DomainError) throw errorResponse(error);
    if (!isUnreachable(error)) throw error;
    logError('The database does not answer', error);
    throw errorResponse(new DomainError('unavailable', m.errors_unavailable()));
  }
}
