import {
  expectAccessible,
  expectLinksToAnswer,
  expectNoStyleAttributes,
  expectOrdered,
  expectSkipLink,
  expectToFit,
} from './support/checks';
import { results } from './support/directory';
import { expectSpanish } from './support/english';
import { ADDRESSES, addressOf, VISITS } from './support/pages';
import { expect, test } from './support/test';
import { watch } from './support/watch';

for (const visit of VISITS) {
  const { viewer, path, status = 200 } = visit;
  test(`${path} for a ${viewer} can be read by everyone, on every screen`, async ({ readAs }) => {
    const page = await readAs(viewer);
    const expected = status === 200 ? [] : [new RegExp(`the server responded with a status of ${status}`)];
    const complaints = await watch(page, { expected });
    const response = await page.goto(await addressOf(page, visit));
    expect(response?.status()).toBe(status);
    await expectOrdered(page);
    await expectSkipLink(page);
    await expectAccessible(page);
    await expectToFit(page);
    expectNoStyleAttributes((await response?.text()) ?? '');
    await expectLinksToAnswer(page, viewer);
    complaints.none();
  });
}

for (const visit of ADDRESSES) {
  const { viewer, path } = visit;
  test(`${path} for a ${viewer} is Spanish in a Spanish browser`, async ({ readAs }) => {
    const page = await readAs(viewer, 'es-ES');
    const complaints = await watch(page, { expected: [/the server responded with a status of 404/] });
    await page.goto(visit.via ? await addressOf(await readAs(viewer), visit) : path);
    await expectSpanish(page);
    await expectToFit(page);
    complaints.none();
  });
}

for (const viewer of ['visitor', 'lead', 'weaver', 'steward'] as const) {
  test(`the page of a person for a ${viewer} can be read by everyone, in both languages`, async ({ readAs }) => {
    const page = await readAs(viewer);
    const complaints = await watch(page);
    await page.goto('/people?q=Marama+Okafor');
    const path = (await results(page).first().getByRole('link').getAttribute('href')) ?? '';
    const response = await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Marama Okafor');
    await expectOrdered(page);
    await expectAccessible(page);
    await expectToFit(page);
    expectNoStyleAttributes((await response?.text()) ?? '');
    await expectLinksToAnswer(page, viewer);
    complaints.none();
    const spanish = await readAs(viewer, 'es-ES');
    await spanish.goto(path);
    await expectSpanish(spanish);
    await expectToFit(spanish);
  });
}
