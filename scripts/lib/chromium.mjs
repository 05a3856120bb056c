import { existsSync } from 'node:fs';
import { run } from './processes.mjs';
import { OneLine } from './root.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Some systems ship a stand-in that only names another package: it must answer to be taken. */
const works = async (command) => (await run(command, ['--version'])).code === 0;

async function findOnPath() {
  for (const name of names) {
    const { code, output } = await run('sh', ['-c', `command -v ${name}`]);
    const found = output.trim();
    if (code === 0 && found && (await works(found))) return found;
  }
}

async function findPlaywrights() {
  const { chromium } = await import('@playwright/test');
  const found = chromium.executablePath();
  return found && existsSync(found) ? found : undefined;
}

async function installByApt(say) {
  if (process.getuid?.() !== 0 || (await run('sh', ['-c', 'command -v apt-get'])).code !== 0) return undefined;
  say('Installing Chromium by apt-get …');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { env });
  const { code } = await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env });
  return code === 0 ? findOnPath() : undefined;
}

/** The path of a Chromium: CHROMIUM_PATH, one on the path, Playwright's, else one installed now (as root on Debian). */
export async function ensureChromium(say) {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (existsSync(given)) return given;
    throw new OneLine(`CHROMIUM_PATH names ${given}, which does not exist.`);
  }
  const found = (await findOnPath()) ?? (await findPlaywrights()) ?? (await installByApt(say));
  if (found) return found;
  throw new OneLine(
    'The browser tests need Chromium: run npx playwright install --with-deps chromium, or set CHROMIUM_PATH.',
  );
}
