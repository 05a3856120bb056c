import { describe, expect, it } from 'vitest';
import { policyFindings } from '../../../scripts/check-http/headers.mjs';
import { grade } from '../../../scripts/check-http/observatory.mjs';
import { chanceOfSlower, compare } from '../../../scripts/check-http/timing.mjs';

const origin = 'https://hub.example.org';
const POLICY =
  "default-src 'none'; script-src 'self' 'nonce-c29tZXRoaW5nIHJhbmRvbQ=='; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'";
const GOOD: Record<string, string> = {
  'content-security-policy': POLICY,
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'set-cookie': '__Host-hub_session=x; Path=/; Secure; HttpOnly; SameSite=Lax',
};
const graded = (headers: Record<string, string>, body = '') =>
  grade({ origin, headers: new Headers({ ...GOOD, ...headers }), body }).grade;

describe('the grade of a response', () => {
  it.each<[string, Record<string, string>, string]>([
    ['everything in order', {}, 'A+'],
    ['no policy', { 'content-security-policy': '' }, 'B'],
    ['scripts in the page', { 'content-security-policy': "default-src 'self' 'unsafe-inline'" }, 'B+'],
    [
      'scripts from text',
      { 'content-security-policy': `${POLICY.replace("'self' 'n", "'self' 'unsafe-eval' 'n")}` },
      'A+',
    ],
    ['no HTTPS asked for', { 'strict-transport-security': '' }, 'B+'],
    ['HTTPS for a month', { 'strict-transport-security': 'max-age=2592000' }, 'A+'],
    ['a session cookie in the open', { 'set-cookie': 'hub_session=x; Path=/; HttpOnly; SameSite=Lax' }, 'C+'],
    ['a session cookie for scripts', { 'set-cookie': 'hub_session=x; Path=/; Secure; SameSite=Lax' }, 'B'],
    ['readable by every site', { 'access-control-allow-origin': '*', 'access-control-allow-credentials': 'true' }, 'C'],
  ])('%s', (_, headers, expected) => expect(graded(headers)).toBe(expected));

  it.each<[string, string]>([
    ['<script src="/assets/a.js"></script>', 'A+'],
    ['<script src="https://hub.example.org/a.js"></script>', 'A+'],
    ['<script src="//cdn.example/a.js"></script>', 'C'],
    ['<script integrity="sha384-x" src="//cdn.example/a.js"></script>', 'A+'],
  ])('with %s', (body, expected) => expect(graded({}, body)).toBe(expected));
});

it.each<[string, boolean]>([
  [POLICY, true],
  [POLICY.replace("'self' 'nonce", "'unsafe-inline' 'self' 'no-nonce"), false],
  [POLICY.replace("base-uri 'none'; ", ''), false],
  [POLICY.replace("script-src 'self'", 'script-src https:'), false],
])('csp_evaluator on %s', (policy, clean) => expect(policyFindings(policy).length === 0).toBe(clean));

describe('telling two kinds of answer apart by their time', () => {
  it.each<[number[], number[], number]>([
    [[1, 2, 3], [1, 2, 3], 0.5],
    [[5, 5], [5, 5, 5], 0.5],
    [[4, 5], [1, 2, 3], 1],
    [[1], [2, 3], 0],
    [[2], [1, 2, 3], 0.5],
  ])('%j beside %j', (a, b, expected) => expect(chanceOfSlower(a, b)).toBe(expected));

  it('notices an answer that says more', async () => {
    const found = await compare({ known: async () => 'sent', unknown: async () => 'no such address' }, 5);
    expect(found.sameAnswer).toBe(false);
  });
});
