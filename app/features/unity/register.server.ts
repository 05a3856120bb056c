import { registerNotices } from '~/features/notices/topics.server';
import { NEW_TEXT } from './new-text-notice.server';

/** Registers what of the statement is news. */
export function registerUnity(): void {
  registerNotices(NEW_TEXT);
}
