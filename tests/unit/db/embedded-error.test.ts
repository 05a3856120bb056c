import { describe, expect, it } from 'vitest';
import { asEmbeddedError, EmbeddedError, fromOutput } from '#db/embedded/error.server';

const failure = (code: string) => Object.assign(new Error(`${code}: no, open '/d/x'`), { code, path: '/d/x' });

describe('asEmbeddedError', () => {
  it.each([
    [failure('EROFS'), 'The database folder /d cannot be used: the file system is read-only (/d/x).'],
    [failure('EACCES'), 'The database folder /d cannot be used: this account may not write there (/d/x).'],
    [failure('ENOSPC'), 'The database folder /d cannot be used: the disk is full (/d/x).'],
    [new Error('odd\nsecond line'), 'The embedded PostgreSQL cannot run: odd'],
    ['text', 'The embedded PostgreSQL cannot run: text'],
  ])('says %s in one plain line', (error, line) => {
    expect(asEmbeddedError(error, '/d').message).toBe(line);
  });

  it('keeps an error that is one already', () => {
    const error = new EmbeddedError('plain');
    expect(asEmbeddedError(error, '/d')).toBe(error);
  });
});

describe('fromOutput', () => {
  it.each([
    [
      'FATAL:  could not write file: No space left on device',
      'The database folder /d cannot be used: the disk is full.',
    ],
    [
      'initdb: error: could not create "x": Read-only file system',
      'The database folder /d cannot be used: the file system is read-only.',
    ],
    ['LOG: a\n2026-01-01 UTC [7] FATAL:  bad memory\nLOG: shut down', 'It failed: bad memory'],
    ['', 'It failed: it said nothing'],
  ])('finds the reason in %j', (output, line) => {
    expect(fromOutput(output, '/d', 'It failed').message).toBe(line);
  });
});
