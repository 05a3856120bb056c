/** What can go wrong in a feature, with the HTTP status a route answers with. */
export const ERROR_STATUS = {
  invalid: 400,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  too_many: 429,
  unavailable: 503,
} as const;
export type ErrorCode = keyof typeof ERROR_STATUS;

/** An error whose message may be shown to anyone: it holds no personal datum and no internals. */
export class DomainError extends Error {
  override name = 'DomainError';
  constructor(
    readonly code: ErrorCode,
    message: string,
    /** Facts the page needs to explain itself, such as both texts of a conflict. */
    readonly detail?: Record<string, unknown>,
  ) {
    super(message);
  }
  get status(): number {
    return ERROR_STATUS[this.code];
  }
}

export const notFound = (message = 'There is nothing here.') => new DomainError('not_found', message);
