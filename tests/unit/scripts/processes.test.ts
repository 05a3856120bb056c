import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { processStamp } from '#db/embedded/lock.server.mjs';
import { run } from '../../../scripts/lib/processes.mjs';

const module = new URL('../../../scripts/lib/processes.mjs', import.meta.url).href;

describe('run', () => {
  it.each([
    ['the output and code of a program', 'sh', ['-c', 'echo out; echo err >&2; exit 3'], 3, /out[\s\S]*err/],
    ['what killed a program', 'sh', ['-c', 'kill -9 $$'], 1, /ended by SIGKILL/],
    ['a program that is not there', 'no-such-program', [], 127, /ENOENT|EACCES/],
  ])('answers %s', async (_, command, args, code, output) => {
    const result = await run(command, args);
    expect(result.code).toBe(code);
    expect(result.output).toMatch(output);
  });
});

describe('handleSignals', () => {
  it.each([
    ['SIGTERM', 143],
    ['SIGINT', 130],
  ] as const)('on %s ends the running programs, cleans up, then ends', async (signal, code) => {
    const script = `import { handleSignals, run } from ${JSON.stringify(module)};
      handleSignals(async () => console.log('clean'));
      await run('sleep', ['60'], { onStart: (pid) => console.log(pid) });`;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', script]);
    const [pid] = await once(parent.stdout, 'data');
    let rest = '';
    parent.stdout.on('data', (chunk) => {
      rest += chunk;
    });
    parent.kill(signal);
    const [ended] = await once(parent, 'close');
    await sleep(20);
    expect([ended, rest.trim(), processStamp(Number(pid))]).toEqual([code, 'clean', undefined]);
  });
});
