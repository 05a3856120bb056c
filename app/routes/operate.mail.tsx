import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/require-viewer.server';
import { LetterTimeForm } from '~/features/notices/components/letter-time-form';
import { readLetterTime } from '~/features/notices/letter-time.server';
import { timeZones } from '~/features/notices/time-zones.server';
import { MailList } from '~/features/operate/mail/components/mail-list';
import { MailTroubleHere } from '~/features/operate/mail/components/mail-trouble';
import { troubleSchema } from '~/features/operate/mail/mail.schema';
import { mailTroubleFor } from '~/features/operate/mail/mail-trouble.server';
import { readForm, takeForm } from '~/lib/forms';
import { canSendMail, hasMailKey } from '~/lib/mail/deliver.server';
import { recentMail } from '~/lib/mail/overview.server';
import { takeNote, tryAgain } from '~/lib/mail/trouble.server';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';

export const meta: MetaFunction = () => [{ title: m.mail_operate_title() }, { name: 'robots', content: 'noindex' }];

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await requireRole(request, 'operator');
    const [mails, trouble, letter] = await Promise.all([recentMail(), mailTroubleFor(viewer), readLetterTime(viewer)]);
    return json({ mails, trouble, letter, zones: timeZones(), sendsMail: canSendMail(), hasKey: hasMailKey() });
  });

export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    await requireRole(request, 'operator');
    const { intent } = takeForm(troubleSchema, await readForm(request));
    await (intent === 'again' ? tryAgain() : takeNote());
    return redirect('/operate/mail');
  });

export default function OperateMail() {
  const { mails, trouble, letter, zones, sendsMail, hasKey } = useLoaderData<typeof loader>();
  return (
    <div className="stack-l stack">
      <PageHeading title={m.mail_operate_title()} lede={m.mail_operate_lede()} />
      {sendsMail ? null : (
        <Notice kind="warning" title={m.mail_operate_no_key_title()}>
          <p>{hasKey ? m.policy_mail_not_listed() : m.mail_operate_no_key_text()}</p>
        </Notice>
      )}
      <MailTroubleHere trouble={trouble} />
      <MailList mails={mails} />
      <LetterTimeForm letter={letter} zones={zones} />
    </div>
  );
}
