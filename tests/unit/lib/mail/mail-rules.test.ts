import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoffSeconds, retryAfterSeconds } from '~/lib/mail/backoff';
import { verdict } from '~/lib/mail/deliver.server';
import { maskAddress } from '~/lib/mail/mask';

describe('backoffSeconds', () => {
  it.each([
    [1, 15],
    [2, 30],
    [5, 240],
    [9, 3600],
    [1000, 3600],
  ])('waits about so long after attempt %i: %i s', (attempt, seconds) =>
    expect(backoffSeconds(attempt, 0, () => 0.5)).toBe(seconds),
  );
  it('stays within a quarter of that, and above what the provider asks for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 0, max: 200_000 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (attempt, asked, random) => {
          const seconds = backoffSeconds(attempt, asked, () => random);
          expect(seconds).toBeGreaterThanOrEqual(Math.min(asked, 86_400));
          expect(seconds).toBeLessThanOrEqual(Math.max(4500, Math.min(asked, 86_400)));
        },
      ),
    );
  });
});

describe('retryAfterSeconds', () => {
  const now = Date.parse('2026-11-22T00:00:00Z');
  it.each([
    ['30', 30],
    ['Sun, 22 Nov 2026 00:01:00 GMT', 60],
    ['Sat, 21 Nov 2026 00:00:00 GMT', 0],
    ['soon', 0],
    [undefined, 0],
  ])('reads %j as %i', (header, seconds) => expect(retryAfterSeconds(header, now)).toBe(seconds));
});

describe('verdict', () => {
  it.each([
    ['invalid_idempotent_request', 409, 'sent'],
    ['concurrent_idempotent_requests', 409, 'retry'],
    ['rate_limit_exceeded', 429, 'retry'],
    ['internal_server_error', 500, 'retry'],
    ['application_error', null, 'retry'],
    ['missing_api_key', 401, 'retry'],
    ['validation_error', 422, 'failed'],
    ['invalid_from_address', 422, 'retry'],
    ['invalid_api_key', 403, 'retry'],
    ['daily_quota_exceeded', 429, 'retry'],
    ['missing_required_field', 422, 'failed'],
  ])('%s with %j: %s', (name, statusCode, outcome) =>
    expect(verdict({ name, statusCode }, 7)).toMatchObject({ outcome }),
  );
});

describe('maskAddress', () => {
  it.each([
    ['ana@example.org', 'a…@e….org'],
    ['😀x@b.co.uk', '😀…@b….uk'],
    ['a@localhost', 'a…@l…'],
    ['nonsense', '…@n…'],
  ])('%s is %s', (address, masked) => expect(maskAddress(address)).toBe(masked));
});
