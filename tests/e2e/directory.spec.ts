import { expectToFit } from './support/checks';
import { count, names, openList, placeField, results, search, textField } from './support/directory';
import { expect, test } from './support/test';

const FOUND = [
  ['groups', 'Bungawalbin Catchment Watch', 'Bungawalbin Catchment Watch', 'by its name'],
  ['groups', 'Bungwalbin Cachment', 'Bungawalbin Catchment Watch', 'with two typos'],
  ['groups', 'Guardianas del Manatial', 'Guardianas del Manantial', 'with two letters turned round'],
  ['groups', 'Tapajos', 'Coletivo Margem do Tapajós', 'without its accent'],
  ['groups', 'Bungaw', 'Bungawalbin Catchment Watch', 'by its beginning'],
  ['groups', 'صيادي', 'لجنة صيادي صيدا', 'in Arabic'],
  ['people', 'Marama Okafor', 'Marama Okafor', 'by their name'],
  ['people', 'Marama Okofor', 'Marama Okafor', 'with a typo'],
  ['people', 'oztur', 'Ayşegül Öztürk-Pell', 'without accents, by the beginning'],
  ['people', 'roller crimpers', /^Wolkenbergersteinhauser/, 'by what they do'],
  ['people', 'نور', 'نور العلي', 'in Arabic'],
] as const;

for (const script of [true, false]) {
  test.describe(script ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled: script });

    for (const [subject, text, found, how] of FOUND) {
      test(`a visitor finds ${subject} ${how}: ${text}`, async ({ page }) => {
        await openList(page, `/${subject}`, script);
        await search(page, { text });
        await expect(results(page).first().getByRole('link')).toHaveText(found);
        await results(page).getByRole('link', { name: found }).first().click();
        await expect(page.getByRole('heading', { level: 1, name: found })).toBeVisible();
      });
    }

    test('each choice narrows the list to as many as its count says', async ({ pageAs }) => {
      const page = await pageAs('member', { javaScriptEnabled: script });
      await openList(page, '/people', script);
      let before = await count(page);
      for (const name of ['interest', 'skill']) {
        const choice = page.locator(`label:has(input[name="${name}"]:not(:checked))`).first();
        const promised = Number(await choice.locator('.count').textContent());
        expect(promised).toBeGreaterThan(0);
        expect(promised).toBeLessThanOrEqual(before);
        const value = (await choice.locator('input').getAttribute('value')) ?? '';
        await choice.locator('input').check();
        if (!script) await page.getByRole('button', { name: 'Show results' }).click();
        await page.waitForURL((url) => url.searchParams.getAll(name).includes(value));
        await expect.poll(() => count(page)).toBe(promised);
        await expect(results(page)).toHaveCount(Math.min(promised, 20));
        before = promised;
      }
    });

    test('the choices left out are a link away, and stay while one is made', async ({ pageAs }) => {
      const page = await pageAs('member', { javaScriptEnabled: script });
      await openList(page, '/people', script);
      const choices = page.locator('input[name="skill"][type="checkbox"]');
      await expect(choices).toHaveCount(6);
      await page.getByRole('link', { name: /more choices.*Can do/ }).click();
      await page.waitForURL((url) => url.searchParams.getAll('all').includes('skill'));
      await expect.poll(() => choices.count()).toBeGreaterThan(8);
      await choices.last().check();
      if (!script) await page.getByRole('button', { name: 'Show results' }).click();
      await page.waitForURL((url) => url.searchParams.getAll('skill').length === 1);
      await expect(page.getByRole('link', { name: /Fewer choices/ })).toBeVisible();
    });

    test('a place in words finds what is around it, nearest first', async ({ page }) => {
      await openList(page, '/groups', script);
      await search(page, { place: 'Lismore, NSW', within: '50' });
      await expect(page.getByText('within 50 km of Lismore, New South Wales, Australia')).toBeVisible();
      const found = await names(page);
      expect(found).toHaveLength(await count(page));
      expect(found[0]).toMatch(/Lismore|Riverbank|Wilsons River/);
      expect(found).toContain('Ballina Boat Shed Solar Co-op');
      expect(found).not.toContain('Tweed Valley Fishers and Reef Watch');
      expect(found).not.toContain('Iowans for Living Soil');
    });

    test('the address carries the search, over a reload and back again', async ({ page }) => {
      await openList(page, '/groups', script);
      await search(page, { text: 'water', place: 'Wisconsin' });
      const address = page.url();
      const found = await names(page);
      expect(found.length).toBeGreaterThan(0);
      await page.reload();
      expect(await names(page)).toEqual(found);
      await expect(textField(page)).toHaveValue('water');
      await results(page).getByRole('link').first().click();
      await expect(page.getByRole('heading', { level: 1, name: found[0] })).toBeVisible();
      await page.goBack();
      await expect(page).toHaveURL(address);
      await expect(results(page)).toHaveCount(found.length);
      expect(await names(page)).toEqual(found);
      await expect(textField(page)).toHaveValue('water');
      await expect(placeField(page)).toHaveValue('Wisconsin');
    });

    test('the pages of a list show everyone once', async ({ pageAs }) => {
      const page = await pageAs('member', { javaScriptEnabled: script });
      await openList(page, '/people?interest=clean-water', script);
      const total = await count(page);
      expect(total).toBeGreaterThan(40);
      const seen: string[] = [];
      for (;;) {
        seen.push(
          ...(await results(page)
            .getByRole('link')
            .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''))),
        );
        const more = page.getByRole('link', { name: 'Show more' });
        if ((await more.count()) === 0) break;
        const next = (await more.getAttribute('href')) ?? '';
        await more.click();
        await page.waitForURL(`**${next}`);
        await expect(page.getByRole('link', { name: 'Back to the start' })).toBeVisible();
        await expect(results(page).getByRole('link').first()).not.toHaveAttribute('href', seen.at(-20) ?? '');
      }
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen).toHaveLength(total);
    });

    test('nothing that fits is said in words, with a way on', async ({ page }) => {
      await openList(page, '/people?q=zzzzzzzzzz', script);
      await expect(page.getByRole('heading', { name: 'Nobody fits all of that' })).toBeVisible();
      await page.getByRole('link', { name: 'Start over' }).click();
      await expect(results(page)).toHaveCount(20);
      await expect(textField(page)).toHaveValue('');
    });

    test('long names, single letters and names written right to left fit a telephone', async ({ page }) => {
      for (const name of ['Wolkenbergersteinhauser', 'Guadalupe Fernandez Echeverri', 'K', 'فاطمة']) {
        await openList(page, `/people?q=${encodeURIComponent(name)}`, script);
        await expect(results(page).first()).toBeVisible();
        await expectToFit(page);
        await results(page).getByRole('link').first().click();
        await expect(page.getByText('Contact details stay with each person')).toBeVisible();
        await expectToFit(page);
      }
    });
  });
}
