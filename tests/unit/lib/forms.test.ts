import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { cleanText, formEmail, formFlag, formList, formOptionalText, formText, parseForm, readForm } from '~/lib/forms';

const schema = z.object({
  name: formText({ max: 10 }),
  bio: formOptionalText({ max: 20, multiline: true }),
  topics: formList(z.string().max(3), { max: 2 }),
  public: formFlag(),
});

const form = (...fields: [string, string][]): FormData => {
  const data = new FormData();
  for (const [key, value] of fields) data.append(key, value);
  return data;
};

describe('parseForm', () => {
  it.each<[string, FormData, unknown]>([
    ['only what has to be there', form(['name', 'Ana']), { name: 'Ana', bio: null, topics: [], public: false }],
    ['one of a list', form(['name', 'Ana'], ['topics', 'a']), { name: 'Ana', bio: null, topics: ['a'], public: false }],
    [
      'several of a list',
      form(['name', 'Ana'], ['topics', 'a'], ['topics', 'b'], ['public', 'on']),
      { name: 'Ana', bio: null, topics: ['a', 'b'], public: true },
    ],
    [
      'blanks around and within',
      form(['name', '  A\tna '], ['bio', ' one\r\ntwo ']),
      { name: 'A na', bio: 'one\ntwo', topics: [], public: false },
    ],
    [
      'an empty optional text',
      form(['name', 'Ana'], ['bio', ' \n ']),
      { name: 'Ana', bio: null, topics: [], public: false },
    ],
  ])('takes %s', (_what, data, expected) => expect(parseForm(schema, data)).toEqual({ ok: true, data: expected }));

  it.each<[string, FormData, unknown]>([
    ['a missing text', form(), { name: ['required'] }],
    ['a blank text', form(['name', ' \u0000 ']), { name: ['required'] }],
    ['a text too long', form(['name', 'a'.repeat(11)]), { name: ['too_long'] }],
    ['a text given twice', form(['name', 'a'], ['name', 'b']), { name: ['invalid'] }],
    ['a field nobody asked for', form(['name', 'a'], ['role', 'steward']), { _form: ['unknown_field'] }],
    ['a prototype for a field', form(['name', 'a'], ['__proto__', 'x']), { _form: ['unknown_field'] }],
    [
      'too many of a list',
      form(['name', 'a'], ['topics', 'a'], ['topics', 'b'], ['topics', 'c']),
      { topics: ['too_many'] },
    ],
    ['an item too long', form(['name', 'a'], ['topics', 'abcd']), { topics: ['too_long'] }],
    [
      'a thousand fields',
      form(...Array.from({ length: 1000 }, (_, i): [string, string] => [`f${i}`, ''])),
      { _form: ['too_many'] },
    ],
  ])('refuses %s', (_what, data, errors) => expect(parseForm(schema, data)).toMatchObject({ ok: false, errors }));

  it('gives back what was typed', () => {
    expect(parseForm(schema, form(['name', ' '], ['topics', 'a'], ['topics', 'b']))).toMatchObject({
      values: { name: ' ', topics: ['a', 'b'] },
    });
  });
  it('refuses a file', () => {
    const data = form(['bio', 'x']);
    data.append('name', new Blob(['x']), 'x.txt');
    expect(parseForm(schema, data)).toMatchObject({ ok: false, errors: { _form: ['unknown_field'] } });
  });
});

describe('cleanText', () => {
  it.each([
    ['e\u0301', '\u00e9'],
    ['a\u202eb\u2066c', 'abc'],
    ['\u0000a\u0007b\u009f', 'ab'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['👩\u200d🌾', '👩\u200d🌾'],
    ['one\u2028two', 'one two'],
  ])('makes %j into %j', (text, expected) => expect(cleanText(text)).toBe(expected));
});

describe('formEmail', () => {
  const email = z.object({ email: formEmail() });
  it.each([
    ['Ana@Example.ORG', 'ana@example.org'],
    [' a.b+c@d-e.co.uk ', 'a.b+c@d-e.co.uk'],
  ])('takes %j', (typed, kept) =>
    expect(parseForm(email, form(['email', typed]))).toEqual({ ok: true, data: { email: kept } }),
  );
  it.each([
    'ana',
    'ana@',
    '@b.org',
    'a@b@c.org',
    'a b@c.org',
    'ana@example',
    'a@b.org\nBcc: x@y.org',
    `${'a'.repeat(250)}@b.org`,
  ])('refuses %j', (typed) => expect(parseForm(email, form(['email', typed])).ok).toBe(false));
});

describe('readForm', () => {
  it('tells a broken multipart body from a form', async () => {
    const request = new Request('http://x/', {
      method: 'POST',
      body: '--b\r\nnonsense',
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
    });
    await expect(readForm(request)).rejects.toMatchObject({ code: 'invalid' });
  });
});
