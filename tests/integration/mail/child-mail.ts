import { createElement } from 'react';
import type { MailHandler } from '~/lib/mail/registry.server';

/** Where a child is killed; the provider and a lock hold the two that are not named here. */
export type KillPoint = 'uncommitted' | 'committed' | 'claimed' | 'rendered' | 'answered' | 'none';

export const KILLED_MAIL = 'killed-sample';

/** The same bytes at every attempt. */
export const killedMail: MailHandler = async ({ about }) => ({
  to: about.to ?? '',
  locale: 'en',
  subject: () => 'Sample',
  element: () => createElement('p', null, 'A sample'),
});
