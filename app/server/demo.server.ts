import { accountByEmail } from '~/auth/roles.server';
import { createConsoleLink } from '~/auth/sign-in-tokens.server';
import { VISITOR } from '~/auth/viewer';
import { isEmptyHub, readNetwork } from '~/features/directory/network.server';
import { env } from '~/lib/env.server';

/** The demo network's module, which lives beside the build because nothing in app may import scripts. */
export interface DemoModule {
  loadDemo(log: (line: string) => void): Promise<void>;
  DEMO_ACCOUNTS: { role: string; email: string }[];
}

/** Loads the demo network into an empty embedded database, unless `HUB_DEMO=0`. */
export async function loadDemoIfEmpty(
  demo: () => Promise<DemoModule>,
  embedded: boolean,
  log: (line: string) => void,
): Promise<void> {
  if (!embedded || !env().HUB_DEMO || !(await isEmptyHub())) return;
  await (await demo()).loadDemo(log);
}

/** One sign-in link per role while the demo is loaded, for the console. */
export async function demoSignInLinks(demo: () => Promise<DemoModule>): Promise<string[]> {
  if (!(await readNetwork(VISITOR, 'en')).demo) return [];
  const { DEMO_ACCOUNTS } = await demo();
  const lines = DEMO_ACCOUNTS.map(async ({ role, email }) => {
    const account = await accountByEmail(email).catch(() => null);
    return account ? `${`${role}:`.padEnd(10)} ${await createConsoleLink(account.accountId)}` : null;
  });
  return (await Promise.all(lines)).filter((line) => line !== null);
}
