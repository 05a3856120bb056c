import { afterAll, beforeAll, expect, it } from 'vitest';
import { headerFindings } from '../../../scripts/check-http/headers.mjs';
import { freePort } from '../../../scripts/lib/free-port.mjs';
import { useHub } from '../../setup/hub';
import { type Served, serveBuilt } from '../../setup/served';

const NAMED = 'https://hub.example.org';
const hub = useHub();
let served: Served;
let at: string;

beforeAll(async () => {
  const port = await freePort();
  at = `http://127.0.0.1:${port}`;
  served = await serveBuilt(hub.database(), { PORT: `${port}`, HUB_ORIGIN: NAMED, TRUST_PROXY: '1' });
});
afterAll(() => served?.stop());

it('every kind of answer of the production server gets A+, and its policy no remark', async () => {
  const said: [string, boolean][] = [];
  await headerFindings({ at, origin: NAMED }, (line: string, good: boolean) => said.push([line, good]));
  expect(said.filter(([, good]) => !good)).toEqual([]);
  expect(said.length).toBeGreaterThan(10);
});
