import { m } from '~/lib/paraglide/messages.js';
import { Notice } from '~/ui/notice';

/** Says that what widens wants a fresh proof first. The way to it opens beside the form, which keeps what was chosen. */
export const ProveNotice = ({ title, text }: { title: string; text: string }) => (
  <Notice kind="warning" live title={title}>
    <p>{text}</p>
    <p>
      <a href="/sign-in/again?to=%2Fsign-in%2Fproved" target="_blank" rel="noopener">
        {m.privacy_sharing_prove_link()}
      </a>
    </p>
  </Notice>
);
