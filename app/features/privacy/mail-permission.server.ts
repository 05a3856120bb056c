import { VISITOR } from '~/auth/viewer';
import { mayUseMail, registerMailPermission } from '~/lib/mail/deliver.server';
import { readPolicyInForce } from '~/sharing/policies.server';
import { readAs } from '~/sharing/read.server';
import { isPermitted } from '~/sharing/recipients';

/** Whether the policy in force lets the mail service have addresses. */
async function isMailListed(): Promise<boolean> {
  const policy = await readPolicyInForce(readAs(VISITOR));
  return policy !== null && isPermitted(policy, 'resend');
}

/** Lets mail out as far as the policy in force lists the mail service: what is not listed waits. */
export async function registerMailListing(): Promise<void> {
  registerMailPermission(isMailListed);
  await mayUseMail();
}
