import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { StartError } from '~/lib/env.server';
import { type Listener, listen } from '../../../app/server/listen.server';
import { Shutdown } from '../../../app/server/shutdown.server';
import { starting } from '../../../app/server/starting.server';

const open: Listener[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close(0)));
});
const take = async (port = 0, host = '127.0.0.1') => {
  const listener = await listen(host, port, starting);
  open.push(listener);
  return listener;
};

describe('listen', () => {
  it('names a taken port and the way to choose another, in one line', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    await expect(take(port)).rejects.toThrow(
      new StartError(
        `Port ${port} is taken. Stop the program that uses it, or choose another: PORT=${port + 1} npm start`,
      ),
    );
    await new Promise((resolve) => other.close(resolve));
  });
  it('names an address that is not of this machine', async () => {
    await expect(take(0, '203.0.113.1')).rejects.toThrow(/^HOST 203\.0\.113\.1 is not an address of this machine\./);
  });
  it('answers 503 until it is told what to answer', async () => {
    const listener = await take();
    const url = `http://127.0.0.1:${listener.port}/healthz`;
    expect((await fetch(url)).status).toBe(503);
    listener.answerWith((_req, res) => res.end('here'));
    expect(await (await fetch(url)).text()).toBe('here');
  });
  it('lets a running request finish, and cuts one off that takes too long', async () => {
    const listener = await listen(
      '127.0.0.1',
      0,
      (req, res) => void setTimeout(() => res.end('done'), req.url === '/slow' ? 60_000 : 100),
    );
    const url = `http://127.0.0.1:${listener.port}`;
    const [quick, slow] = [fetch(url).then((res) => res.text()), fetch(`${url}/slow`).catch(() => 'cut')];
    await new Promise((resolve) => setTimeout(resolve, 50));
    await listener.close(500);
    expect(await Promise.all([quick, slow])).toEqual(['done', 'cut']);
    await expect(fetch(url)).rejects.toThrow();
  });
});

describe('Shutdown', () => {
  it('undoes everything once, newest first, whatever fails', async () => {
    const undone: string[] = [];
    const shutdown = new Shutdown();
    shutdown.add(() => undone.push('first'));
    shutdown.add(() => Promise.reject(new Error('a fault')));
    shutdown.add(() => undone.push('last'));
    await Promise.all([shutdown.run(), shutdown.run()]);
    expect(undone).toEqual(['last', 'first']);
    expect(shutdown.begun).toBe(true);
  });
});
