import { closeDatabase, openDatabase } from '#db/client.server';
import { writer } from '#db/writer.server';
import { loadEnv } from '~/lib/env.server';
import { enqueue } from '~/lib/mail/outbox.server';
import { registerMail } from '~/lib/mail/registry.server';
import { sendDueMail } from '~/lib/mail/worker.server';
import { KILLED_MAIL, type KillPoint, killedMail } from './child-mail';

/** Puts one mail into the outbox and sends it, and is gone at the point it was told. */
const { point, urls, resend, secret, dataDir } = JSON.parse(process.argv[2] ?? '{}');
const killAt = (here: KillPoint) => {
  if (here === point) process.kill(process.pid, 'SIGKILL');
};

loadEnv({
  HUB_SECRET: secret,
  HUB_DATA_DIR: dataDir,
  RESEND_API_KEY: 're_test',
  MAIL_FROM: 'Hub <hub@example.org>',
  RESEND_BASE_URL: resend,
});
openDatabase(urls);
registerMail(KILLED_MAIL, (job) => {
  killAt('claimed');
  return killedMail(job);
});
const realFetch = globalThis.fetch;
globalThis.fetch = async (...args) => {
  killAt('rendered');
  const answer = await realFetch(...args);
  killAt('answered');
  return answer;
};

await writer().transaction(async (tx) => {
  await enqueue(tx, KILLED_MAIL, { to: `${point}@example.org` });
  killAt('uncommitted');
});
killAt('committed');
await sendDueMail();
await closeDatabase();
