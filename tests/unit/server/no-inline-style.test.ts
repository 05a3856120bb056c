import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const app = join(import.meta.dirname, '../../../app');
const components = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'));

it.each(components)('%s writes no style attribute, which the content security policy would ignore', (name) => {
  expect(readFileSync(join(app, name), 'utf8')).not.toMatch(/\bstyle=/);
});
