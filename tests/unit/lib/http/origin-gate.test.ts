import { describe, expect, it } from 'vitest';
import { EXEMPT_PATHS, isOwnRequest } from '~/lib/http/origin-gate.server';

const OURS = 'https://hub.example';

describe('isOwnRequest', () => {
  it.each([
    [{ site: 'same-origin', origin: OURS }, true],
    [{ site: 'same-origin' }, true],
    [{ origin: OURS }, true],
    [{}, false],
    [{ site: 'none' }, false],
    [{ site: 'none', origin: OURS }, false],
    [{ site: 'same-site', origin: OURS }, false],
    [{ site: 'cross-site', origin: OURS }, false],
    [{ site: 'same-origin', origin: 'https://evil.example' }, false],
    [{ site: 'same-origin', origin: 'null' }, false],
    [{ origin: 'null' }, false],
    [{ origin: '' }, false],
    [{ origin: 'http://hub.example' }, false],
    [{ origin: 'https://hub.example:8443' }, false],
    [{ origin: 'https://hub.example.evil.com' }, false],
    [{ origin: `${OURS}, ${OURS}` }, false],
    [{ site: 'same-origin,same-origin' }, false],
    [{ site: '', origin: OURS }, false],
    [{ site: 'Same-Origin', origin: OURS }, false],
  ])('%j is %j', (headers, own) => expect(isOwnRequest(headers, OURS)).toBe(own));

  it.each([
    ['/webhooks/resend', true],
    ['/webhooks/resend/', false],
    ['/Webhooks/resend', false],
    [`/unsubscribe/${'a'.repeat(43)}`, true],
    [`/unsubscribe/${'a'.repeat(43)}/`, false],
    [`/unsubscribe/${'a'.repeat(42)}/x`, false],
    ['/unsubscribe/short', false],
    ['/settings/notices', false],
  ])('makes an exception for %s: %j', (path, exempt) =>
    expect(EXEMPT_PATHS.some((each) => (typeof each === 'string' ? each === path : each.test(path)))).toBe(exempt),
  );
});
