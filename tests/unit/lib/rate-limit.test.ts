import { describe, expect, it } from 'vitest';
import { networkOf } from '~/lib/rate-limit.server';

describe('networkOf', () => {
  it.each([
    ['203.0.113.77', '203.0.113.0/24'],
    ['::ffff:203.0.113.77', '203.0.113.0/24'],
    ['2001:db8:1:12ff::1', '2001:db8:1:1200::/56'],
    ['2001:0db8:0001:12aa:0:0:0:1', '2001:db8:1:1200::/56'],
    ['2001:db8::1', '2001:db8:0:0::/56'],
    ['::1', '0:0:0:0::/56'],
    ['', 'unknown'],
    ['nonsense', 'unknown'],
  ])('%s belongs to %s', (address, network) => expect(networkOf(address)).toBe(network));
});
