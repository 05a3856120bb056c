import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const FOLDER = 'scripts/deploy';
const read = (path: string): string => readFileSync(path, 'utf8');
const documents = [...readdirSync(FOLDER).map((name) => `${FOLDER}/${name}`), 'README.md'];

/** What the hub reads, and what belongs to Node, to databases and to the names of roles in the documents. */
const known = new Set([...read('app/lib/env.server.ts').matchAll(/^ {4}([A-Z][A-Z_]+):/gm)].map(([, name]) => name));
const VARIABLE = /\b(?:HUB|DATABASE|RESEND|MAIL|TRUST|MAPBOX)_[A-Z_]*[A-Z]\b/g;

describe.each(documents)('%s', (path) => {
  const text = read(path);
  test('names no variable the hub does not read', () => {
    const named = [...new Set(text.match(VARIABLE) ?? [])];
    expect(
      named.filter((name) => !known.has(name) && ![...known].some((each) => each?.startsWith(`${name}_`))),
    ).toEqual([]);
  });
  test('names no file of ours that is not there', () => {
    const paths = text.match(/\b(?:app|db|scripts|tests|public|emails)\/[\w./-]*\w/g) ?? [];
    expect([...new Set(paths)].filter((each) => !existsSync(each))).toEqual([]);
  });
});

test('the container listens where its health is asked for, on the port that is published', () => {
  const image = read(`${FOLDER}/Dockerfile`);
  expect(image).toContain('HOST=0.0.0.0 PORT=3000');
  expect(image).toContain('/healthz');
  expect(read(`${FOLDER}/compose.yaml`)).toContain('127.0.0.1:3000:3000');
  expect(image).toMatch(/^USER node$/m);
});

test('every proxy leads to the port of the unit and replaces what a visitor claims of their address', () => {
  expect(read(`${FOLDER}/Caddyfile`)).toContain('reverse_proxy 127.0.0.1:3000');
  expect(read(`${FOLDER}/nginx.conf`)).toContain('proxy_pass http://127.0.0.1:3000;');
  expect(read(`${FOLDER}/nginx.conf`)).toContain('proxy_set_header X-Forwarded-For $remote_addr;');
  expect(read(`${FOLDER}/commonweave.env`)).toContain('TRUST_PROXY=1');
});
