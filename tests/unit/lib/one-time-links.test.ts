import { createHash, createHmac } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { mailedToken, signInUrl } from '~/auth/sign-in-tokens.server';
import { invitationUrl } from '~/features/joining/invitation-tokens.server';
import { loadEnv } from '~/lib/env.server';
import { linkHash, linkToken, linkUrl, randomToken, tokenHash } from '~/lib/one-time-links.server';

const SECRET = 'a secret for tests only, long enough to be taken';
const ID = '0190b5c2-0000-7000-8000-00000000abcd';

/** A link that waits in a mailbox was made by this rule, whatever the code that reads it looks like. */
const sent = (purpose: string): string =>
  createHmac('sha256', createHash('sha256').update(`${purpose}:${SECRET}`).digest())
    .update(ID)
    .digest('base64url');
const sha256 = (token: string): string => createHash('sha256').update(token).digest('hex');

beforeAll(() => {
  loadEnv({ HUB_SECRET: SECRET, HUB_ORIGIN: 'https://hub.example.org' });
});

describe('the link of a mail', () => {
  it.each([
    ['of an invitation', () => invitationUrl(ID), `/invitation/${sent('invitation token')}`],
    ['of signing in', () => signInUrl(mailedToken(ID)), `/sign-in/${sent('sign-in token')}`],
    ['of joining', () => linkUrl('/join', linkToken('join', ID)), `/join/${sent('link: join')}`],
  ])('%s stays the one that was sent', (_what, made, path) => expect(made()).toBe(`https://hub.example.org${path}`));

  it('is known by the SHA-256 of its token', () => {
    const token = sent('invitation token');
    expect([linkHash(token), tokenHash(token)]).toEqual([sha256(token), sha256(token)]);
  });

  it.each(['', 'short', `${sent('join')}=`, `${sent('join').slice(1)}%`])('is not asked for as %j', (text) =>
    expect(linkHash(text)).toBeNull(),
  );
});

describe('a link that is handed out', () => {
  it('has a token of chance that counts as one', () => {
    const [one, other] = [randomToken(), randomToken()];
    expect(one).not.toBe(other);
    expect(linkHash(one)).toBe(sha256(one));
  });
});
