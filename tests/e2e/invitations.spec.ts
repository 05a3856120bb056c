import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { hub, shared } from './support/hub';
import { signAndChoose, welcome } from './support/newcomer';
import { run } from './support/run-folder';
import { expect, test } from './support/test';

const SOURCE = 'the sign-up sheet of the autumn walk';

async function bring(page: Page, file: string): Promise<void> {
  await page.goto('/steward/import');
  await page.getByLabel('CSV file').setInputFiles(file);
  await page.getByLabel('Where do these addresses come from?').fill(SOURCE);
  for (const button of ['Try it first', 'Import']) {
    await page.getByRole('button', { name: button, exact: true }).click();
    await expect(page.getByText('2 rows: 2 created, 0 changed, 0 skipped')).toBeVisible();
  }
  await page.getByRole('link', { name: 'See who came, and invite them' }).click();
}

const linkOf = (email: string): string => {
  const link = /https?:\/\/\S+\/invit(?:ation|ed)\/\S+/.exec(hub(shared(), 'sign-in-link', email))?.[0];
  if (!link) throw new Error(`No invitation for ${email}`);
  return link;
};

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test('a steward imports and invites; one accepts and chooses, another is deleted', async ({ pageAs }) => {
      const mark = javaScriptEnabled ? 'Heron' : 'Egret';
      const [yes, no] = [`ada.${mark}@example.org`.toLowerCase(), `bo.${mark}@example.org`.toLowerCase()];
      const file = join(run().folder, `people-${mark}.csv`);
      writeFileSync(
        file,
        `Name,E-mail,Group,Position\nAda ${mark},${yes},Bungawalbin Catchment Watch,Counts frogs\nBo ${mark},${no},,\n`,
      );

      const steward = await pageAs('steward', { javaScriptEnabled });
      await bring(steward, file);
      for (const name of ['Ada', 'Bo']) {
        await steward.goto(`/steward/imported?q=${mark}`);
        await steward.getByRole('button', { name: `Invite ${name} ${mark}` }).click();
        await expect(steward.getByText(`The invitation for ${name} ${mark} is written.`)).toBeVisible();
      }
      await steward.goto(`/people?q=${mark}`);
      await expect(steward.getByText('Imported, not yet asked')).toHaveCount(2);
      const member = await pageAs('member', { javaScriptEnabled });
      await member.goto(`/people?q=${mark}`);
      await expect(member.getByText(`Ada ${mark}`)).toHaveCount(0);

      const invited = await pageAs('visitor', { javaScriptEnabled });
      await invited.goto(linkOf(yes));
      await expect(invited.getByText(SOURCE)).toBeVisible();
      await expect(invited.getByText('Bungawalbin Catchment Watch (Counts frogs)')).toBeVisible();
      await invited.getByRole('button', { name: 'Accept and choose what I share' }).click();
      await expect(invited).toHaveURL('/settings/sharing');
      await expect(invited.getByText(`Ada ${mark}`)).toBeAttached();

      const other = await pageAs('visitor', { javaScriptEnabled });
      const link = linkOf(no);
      await other.goto(link);
      await other.getByRole('button', { name: 'No, delete me' }).click();
      await expect(other.getByRole('heading', { name: 'You are deleted' })).toBeVisible();
      await other.goto(link);
      await expect(other.getByRole('heading', { name: 'There is no invitation at this address' })).toBeVisible();
      await steward.goto(`/steward/imported?q=${mark}`);
      await expect(steward.getByRole('status').filter({ hasText: '0 people' })).toBeVisible();

      await invited.goto('/settings/leaving');
      await invited.getByLabel('Yes, delete me and everything the hub keeps of me').check();
      await invited.getByRole('button', { name: 'Delete me now' }).click();
      await expect(invited).toHaveURL('/goodbye');
      await expect(invited.getByRole('link', { name: 'Sign in' })).toBeVisible();
    });
  });
}

test('a member invites a friend, who comes in, signs, chooses, is welcomed and stands in the directory; stewards see by whose invitation', async ({
  pageAs,
}) => {
  const friend = 'cora.curlew@example.org';
  const member = await pageAs('member');
  await member.goto('/home');
  await member.getByRole('link', { name: 'Invite someone' }).click();
  await member.getByLabel('Their e-mail address').fill(friend);
  await member.getByLabel('Their name').fill('Cora Curlew');
  await member.getByLabel('A few words of your own').fill('We met at the weir.');
  await member.getByRole('checkbox').check();
  await member.getByRole('button', { name: 'Send the invitation' }).click();
  await expect(member.getByText('Sent. Whether somebody is in the network')).toBeVisible();
  await expect(member.getByText('c…@e….org')).toBeVisible();

  const invited = await pageAs('visitor', { javaScriptEnabled: false });
  await invited.goto(linkOf(friend));
  await expect(invited.getByText('We met at the weir.')).toBeVisible();
  await invited.getByRole('button', { name: 'Accept and choose what I share' }).click();
  await expect(invited.getByText('Cora Curlew').first()).toBeAttached();
  await invited.goto('/home');
  await expect(invited.getByText('You are new here.')).toBeVisible();
  await member.reload();
  await expect(member.getByText('c…@e….org')).toBeVisible();

  await signAndChoose(invited);
  await welcome(await pageAs('weaver'), 'Cora Curlew');
  await member.goto('/people?q=Curlew');
  await expect(member.getByRole('link', { name: 'Cora Curlew' })).toBeVisible();

  const steward = await pageAs('steward');
  await steward.goto('/steward/invitations');
  await expect(steward.getByRole('table', { name: 'Who came in by whose invitation' }).getByRole('row')).toHaveCount(4);
});
