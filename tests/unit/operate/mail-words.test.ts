import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { TEMPLATE_WORDS } from '~/features/operate/mail/template-words';

/** Every name that a mail is registered by, from the constants that hold them. */
const templates = () =>
  readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') || path.endsWith('.tsx'))
    .flatMap((path) => [...readFileSync(join('app', path), 'utf8').matchAll(/_MAIL = '([\w-]+)'/g)])
    .map(([, name]) => name as string);

test('every mail has words for the list that operators read, and the list has words for no other', () => {
  expect(templates().sort()).toEqual(Object.keys(TEMPLATE_WORDS).sort());
});
