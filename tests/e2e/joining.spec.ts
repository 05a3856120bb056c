import { hub, shared } from './support/hub';
import { signAndChoose, welcome } from './support/newcomer';
import { expect, test } from './support/test';

const linkOf = (email: string): string => {
  const link = /https?:\/\/\S+\/join\/\S+/.exec(hub(shared(), 'sign-in-link', email))?.[0];
  if (!link) throw new Error(`No link to join for ${email}`);
  return link;
};

test('somebody asks to join, signs, chooses what is shared, is welcomed, and stands in the directory', async ({
  pageAs,
}) => {
  // The newcomer has no script; everyone else has.
  const newcomer = await pageAs('visitor', { javaScriptEnabled: false });
  await newcomer.goto('/');
  await newcomer.getByRole('link', { name: 'Join', exact: true }).first().click();
  await newcomer.getByLabel('Your name').fill('Quill Sandpiper');
  await newcomer.getByLabel('Your e-mail address').fill('quill.sandpiper@example.org');
  await newcomer.getByLabel('Why would you like to join?').fill('The wells at our end of the river.');
  await newcomer.getByRole('button', { name: 'Ask to join' }).click();
  await expect(newcomer.getByText('quill.sandpiper@example.org')).toBeVisible();
  await newcomer.goto(linkOf('quill.sandpiper@example.org'));
  await newcomer.getByRole('button', { name: 'Make my account' }).click();
  await expect(newcomer).toHaveURL('/welcome');

  await signAndChoose(newcomer);

  const member = await pageAs('member');
  await member.goto('/people?q=Sandpiper');
  await expect(member.getByText('Quill Sandpiper')).toHaveCount(0);
  expect((await member.goto('/weaving/newcomers'))?.status()).toBe(404);

  const weaver = await pageAs('weaver');
  await weaver.goto('/weaving/newcomers');
  await weaver.getByRole('link', { name: 'Quill Sandpiper' }).click();
  await expect(weaver.getByText('The wells at our end of the river.')).toBeVisible();
  await welcome(weaver, 'Quill Sandpiper');

  await member.goto('/people?q=Sandpiper');
  await expect(member.getByRole('link', { name: 'Quill Sandpiper' })).toBeVisible();
  await newcomer.goto('/welcome');
  await expect(newcomer.getByText('3 of 4 done')).toBeVisible();
});
