import { startSession } from '~/auth/session.server';
import { requestSignIn } from '~/auth/sign-in.server';
import { createConsoleLink } from '~/auth/sign-in-tokens.server';
import { command } from '~/sharing/command.server';
import { saveGrants } from '~/sharing/grants.server';
import { giveRole, join, makeGroup, makePerson } from '../../factories/people';

const SHARED = { 'person.name': 'public', 'person.about': 'public', 'person.position': 'public' } as const;

/** Somebody about whom the hub keeps as much as it can. */
export async function someone(name: string) {
  const email = `${name.toLowerCase()}@example.org`;
  const person = await makePerson(
    {
      name: `${name} Trace`,
      headline: `${name} writes`,
      contactEmail: email,
      links: [{ url: `https://example.org/${name}` }],
    },
    SHARED,
    { email },
  );
  const group = await makeGroup({ name: `A group that ${name.length} led` });
  await join(person.id, group.id, { leads: true, title: `${name} convenes` });
  await command((unit) =>
    saveGrants(unit, { kind: 'group', id: group.id, givenBy: person.id }, [
      { category: 'group.profile', audience: 'public', wordsSha256: '0'.repeat(64) },
    ]),
  );
  const accountId = person.accountId ?? '';
  await giveRole(accountId, 'weaver');
  await startSession(accountId, 'console');
  await createConsoleLink(accountId);
  await requestSignIn({ email, locale: 'en', redirectTo: null, clientAddress: '192.0.2.1', browserHash: '' });
  return { ...person, email, group, name };
}
