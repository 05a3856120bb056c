import { env } from '~/lib/env.server';
import { canSendMail, hasMailKey } from '~/lib/mail/deliver.server';

/** What the environment says of mail: never the key itself. */
export const mailStatus = () => ({
  sends: canSendMail(),
  hasKey: hasMailKey(),
  from: env().MAIL_FROM ?? null,
  origin: env().origin,
});
export type MailStatus = ReturnType<typeof mailStatus>;
