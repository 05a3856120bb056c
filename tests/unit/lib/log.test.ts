import { DrizzleQueryError } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { redact } from '~/lib/log.server';

const fault = Object.assign(new Error('duplicate key value: (email)=(ana@example.org)'), {
  name: 'PostgresError',
  severity: 'ERROR',
  code: '23505',
  table_name: 'accounts',
  constraint_name: 'accounts_email_key',
  detail: 'Key (email)=(ana@example.org)',
});

describe('redact', () => {
  it.each<[string, unknown]>([
    [
      'a statement with its parameters',
      new DrizzleQueryError('insert into accounts values ($1)', ['ana@example.org'], fault),
    ],
    ['the database in its own words', fault],
    ['an address in a message', new Error('cannot write to ana@example.org')],
    ['an address in a cause', new Error('failed', { cause: new Error('no mailbox ana@example.org') })],
    ['a password', new Error('cannot reach postgres://hub:ana@example.org/hub')],
    ['a thrown text', 'ana@example.org'],
  ])('leaves out %s', (_what, error) => {
    expect(redact(error)).not.toMatch(/ana|example/);
  });
  it('keeps what helps to find the fault', () => {
    expect(redact(new DrizzleQueryError('insert', ['x'], fault))).toContain(
      'database error 23505 at accounts.accounts_email_key',
    );
    expect(redact(new TypeError('x is no function'))).toMatch(/^TypeError: x is no function\n\s+at /);
  });
});
