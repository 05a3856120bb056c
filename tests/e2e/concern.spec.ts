import type { Page } from '@playwright/test';
import { demoAddress, hub, shared } from './support/hub';
import { expect, test } from './support/test';

const SECOND = demoAddress(25);
const CONCERNED = demoAddress(30);

/** Takes a step of a hearing in the words given. */
async function step(page: Page, name: string, words: string): Promise<void> {
  const form = page.locator('details', { hasText: name });
  if ((await form.getAttribute('open')) === null) await form.locator('summary').click();
  await form.getByLabel('Your words').fill(words);
  await form.getByRole('button', { name }).click();
  // The step before says the same: this one is done when its words stand among what was said.
  await expect(page.getByRole('region', { name: 'What was said' }).getByText(words)).toBeVisible();
  await expect(page.getByText('Done, and kept with the time and your name.')).toBeVisible();
}

test('a visitor raises a concern, two stewards hear it, and the person it is about is heard and appeals', async ({
  pageAs,
}) => {
  hub(shared(), 'role', 'grant', SECOND, 'steward');
  const [one, two] = [await pageAs('steward@example.org'), await pageAs(SECOND)];
  for (const page of [one, two]) {
    await page.goto('/steward/concerns/people');
    await page.getByRole('button', { name: 'I take concerns' }).click();
    await expect(page.getByText('From now on concerns may be given to you.')).toBeVisible();
  }
  const concerned = await pageAs(CONCERNED, { javaScriptEnabled: false });
  const address = (await concerned.getByRole('link', { name: 'See my page' }).getAttribute('href')) ?? '';

  const visitor = await pageAs('visitor', { javaScriptEnabled: false });
  await visitor.goto('/groups');
  await visitor.getByRole('contentinfo').getByRole('link', { name: 'Raise a concern' }).click();
  await visitor.getByLabel('What happened?').fill('They took pictures of us and did not stop.');
  await visitor.getByLabel('Your e-mail address').fill('not an address');
  await visitor.getByRole('button', { name: 'Send it to them' }).click();
  await expect(visitor.getByLabel('What happened?')).toHaveValue('They took pictures of us and did not stop.');
  await visitor.getByLabel('Whom does it concern?').fill(address);
  await visitor.getByLabel('Your e-mail address').fill('passer.by@example.org');
  await visitor.getByRole('button', { name: 'Send it to them' }).click();
  await expect(visitor.getByText('Two stewards who are not involved can read it now')).toBeVisible();

  await one.goto('/steward/concerns');
  await one
    .getByRole('main')
    .getByRole('link', { name: /^Concern of/ })
    .first()
    .click();
  await expect(one.getByText('They took pictures of us and did not stop.')).toBeVisible();
  await step(one, 'Offer a listening call to whoever raised it', 'I can listen on Sunday.');
  await step(one, 'Tell the person concerned, and offer to listen', 'It is about pictures. Could we speak?');

  await concerned.goto('/home');
  await concerned.getByRole('link', { name: 'Read it and answer' }).click();
  await expect(concerned.getByText('It is about pictures. Could we speak?')).toBeVisible();
  await expect(concerned.getByText('did not stop')).toHaveCount(0);
  await concerned.getByLabel('What do you say to it?').fill('I thought that you had agreed.');
  await concerned.getByRole('button', { name: 'Send' }).click();
  await expect(concerned.getByText('Those who listen can read it now.')).toBeVisible();

  await two.goto(new URL(one.url()).pathname);
  await expect(two.getByText('I thought that you had agreed.')).toBeVisible();
  await step(two, 'Close it with an outcome', 'The pictures are deleted.');
  await expect(two.getByText('All of this is deleted on')).toBeVisible();

  await concerned.reload();
  await expect(concerned.getByText('The pictures are deleted.')).toBeVisible();
  await concerned.getByLabel('Why should somebody else look at it again?').fill('Nobody asked me.');
  await concerned.getByRole('button', { name: 'Appeal' }).click();
  await expect(concerned.getByText('Closed, and the person concerned has appealed')).toBeVisible();
  await one.reload();
  await expect(one.getByText('Nobody asked me.')).toHaveCount(0);
  hub(shared(), 'role', 'revoke', SECOND, 'steward');
});
