import { describe, expect, test } from 'vitest';
import { afterAnswer, type LinkState } from '~/features/freshness/link-rules';
import { askableUrl, isPublicAddress } from '~/features/freshness/public-address';

describe('an address is asked only if it is public', () => {
  test.each(['93.184.216.34', '8.8.8.8', '172.15.255.255', '172.32.0.1', '2606:2800:220:1::1', '2a00:1450:4001::1'])(
    '%s is',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );
  test.each([
    '127.0.0.1',
    '127.9.9.9',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.100.100.200',
    '192.0.0.192',
    '198.18.0.1',
    '203.0.113.9',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:93.184.216.34',
    '::7f00:1',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd00:ec2::254',
    'ff02::1',
    '64:ff9b::7f00:1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::',
    '3fff::1',
    'localhost',
    '',
  ])('%s is not', (address) => expect(isPublicAddress(address)).toBe(false));
});

test.each([
  ['https://far.example/', true],
  ['http://far.example:80/x?y', true],
  ['https://far.example:443/', true],
  ['http://far.example:8080/', false],
  ['http://far.example:22/', false],
  ['https://me:secret@far.example/', false],
  ['ftp://far.example/', false],
  ['file:///etc/passwd', false],
  ['javascript:alert(1)', false],
  ['gopher://far.example:80/', false],
  ['no address', false],
])('%s may be asked: %s', (url, may) => expect(askableUrl(url) !== null).toBe(may));

test('other ways to write an inner address come out as the address itself', () => {
  for (const way of ['http://2130706433/', 'http://0x7f.1/', 'http://0177.0.0.1/', 'http://127.1/'])
    expect(isPublicAddress(askableUrl(way)?.hostname ?? '')).toBe(false);
});

describe('a link is dead after three failures over two weeks', () => {
  const day = (number: number) => new Date(Date.UTC(2026, 0, number, 12));
  const start = { failures: 0, failingSince: null, deadSince: null };
  test.each([
    [[1, 8, 15], '2026-01-01'],
    [[1, 2, 3, 4, 5], null],
    [[1, 20], null],
    [[1, 20, 21], '2026-01-01'],
  ])('failures on the days %j: dead since %s', (days, dead) => {
    const end = days.reduce<LinkState>((known, each) => afterAnswer(known, 'failed', day(each)), start);
    expect(end.deadSince).toBe(dead);
  });
  test('and alive with the first answer, while our own line says nothing of it', () => {
    const dead = { failures: 3, failingSince: '2026-01-01', deadSince: '2026-01-01' };
    expect(afterAnswer(dead, 'answered', day(30))).toMatchObject(start);
    for (const silent of ['ours', 'refused'] as const) expect(afterAnswer(dead, silent, day(30))).toMatchObject(dead);
  });
});
