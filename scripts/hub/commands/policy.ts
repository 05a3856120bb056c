import { readFileSync } from 'node:fs';
import { writerSql } from '#db/writer.server';
import { CONSOLE } from '~/auth/actor';
import { draftOf } from '~/features/privacy/drafting/drafts.server';
import { policyDifference } from '~/features/privacy/policy-difference.server';
import { publishPolicy } from '~/features/privacy/publish-policy.server';
import { env } from '~/lib/env.server';
import { DomainError } from '~/lib/errors';
import { checkPolicy } from '~/sharing/check-policy';
import { command } from '~/sharing/command.server';
import type { CompiledPolicy } from '~/sharing/compile-policy.server';
import { documentInForce, noPolicyYet, readPolicyInForce } from '~/sharing/policies.server';
import { faultLine } from '~/sharing/policy-document';
import { recipientWarnings } from '~/sharing/recipients';
import { type Command, UsageError } from '../command';

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new DomainError('not_found', `${file} cannot be read.`);
  }
}

const TITLES = {
  wider: 'Wider, for each once they agree:',
  narrower: 'Narrower, at once:',
  other: 'Different, without showing anybody more or less:',
  asked: 'Asked again, whoever shares something of it:',
} as const;

function sayDifference(inForce: CompiledPolicy, policy: CompiledPolicy, say: (line: string) => void): void {
  const difference = policyDifference(inForce, policy, 'en');
  for (const part of ['wider', 'narrower', 'other', 'asked'] as const)
    if (difference[part].length > 0) say([TITLES[part], ...difference[part].map((line) => `- ${line}`)].join('\n'));
  if (Object.values(difference).every((lines) => lines.length === 0))
    say(`It allows what version ${inForce.version} allows.`);
}

/** The document, if it can be published: says what it changes, or what is wrong with it. */
async function checked(
  file: string,
  say: (line: string) => void,
): Promise<{ document: string; version: number } | null> {
  const document = read(file);
  const inForce = await readPolicyInForce(writerSql());
  if (!inForce) throw noPolicyYet();
  const found = checkPolicy(inForce, document, new Date());
  if (found.ok) {
    for (const warning of [...recipientWarnings(found.policy, env()), ...found.warnings])
      say(`Mind: ${faultLine(warning)}`);
    sayDifference(inForce, found.policy, say);
    return { document, version: found.policy.version };
  }
  for (const fault of found.faults) say(faultLine(fault));
  say(`${found.faults.length === 1 ? 'One fault' : `${found.faults.length} faults`}: it cannot be published.`);
  return null;
}

export const policyCommand: Command = {
  usage: 'policy show [--draft] | policy check|publish FILE',
  about:
    'The privacy policy: prints the document in force or the draft of the next, says what another would change, puts it in force.',
  async run([what, file, ...more], say) {
    if (what === 'show' && (file === undefined || (file === '--draft' && more.length === 0))) {
      say(file ? (await command((unit) => draftOf(unit))).document : await documentInForce(writerSql()));
      return 0;
    }
    if ((what !== 'check' && what !== 'publish') || !file || more.length > 0)
      throw new UsageError('Say show, show --draft, or check or publish and a file.');
    const policy = await checked(file, say);
    if (!policy) return 1;
    if (what === 'check') say(`It can be published as version ${policy.version}.`);
    else say(`Version ${await publishPolicy(CONSOLE, policy.document)} is in force.`);
    return 0;
  },
};
