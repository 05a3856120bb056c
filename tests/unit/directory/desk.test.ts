import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { DESK } from '~/features/directory/desk';

/** Pages that one comes to from another page of the desk, and no page at all. */
const FROM_ANOTHER = [
  /\$/,
  /^steward\.import$/,
  /^steward\.batches\b/,
  /^operate\.mail_\.letter$/,
  /^steward\.concerns\.people$/,
  /^steward\.policy\.(text|publication|publishing)$/,
];

test('every page on which the network is run can be found from the desk, and the desk leads nowhere else', () => {
  const routes = readdirSync('app/routes')
    .map((file) => file.replace(/\.tsx?$/, ''))
    .filter((name) => /^(operate|steward|weaving)\b/.test(name))
    .filter((name) => !FROM_ANOTHER.some((pattern) => pattern.test(name)));
  const paths = routes.map(
    (name) =>
      `/${name
        .replace(/\._index$/, '')
        .replaceAll('_', '')
        .replaceAll('.', '/')}`,
  );
  expect(DESK.map(({ path }) => path).sort()).toEqual(paths.sort());
});

test.each([
  ['/weaving/newcomers', ['weaver', 'steward']],
  ['/steward/invitations', ['weaver', 'steward']],
  ['/weaving/claims', ['weaver', 'operator']],
  ['/operate/unity', ['operator', 'steward']],
])('%s is on the desk of whoever may open it', (path, roles) => {
  expect([DESK.find((page) => page.path === path)?.role].flat()).toEqual(roles);
});
