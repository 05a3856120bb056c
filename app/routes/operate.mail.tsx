import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/require-viewer.server';
import { LetterTimeForm } from '~/features/notices/components/letter-time-form';
import { readLetterTime } from '~/features/notices/letter-time.server';
import { timeZones } from '~/features/notices/time-zones.server';
import { MailTroubleHere } from '~/features/operate/mail/components/mail-trouble';
import { troubleSchema } from '~/features/operate/mail/mail.schema';
import { mailTroubleFor } from '~/features/operate/mail/mail-trouble.server';
import { DomainError } from '~/lib/errors';
import { parseForm, readForm } from '~/lib/forms';
import { canSendMail } from '~/lib/mail/deliver.server';
import { recentMail } from '~/lib/mail/overview.server';
import { takeNote, tryAgain } from '~/lib/mail/trouble.server';
import { m } from '~/lib/paraglide/messages.js';
import { answer } from '~/lib/route-errors.server';
import { EmptyState } from '~/ui/empty-state';
import { type Locale, useLocale } from '~/ui/locale';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import { Table } from '~/ui/table';

export const meta: MetaFunction = () => [{ title: m.mail_operate_title() }, { name: 'robots', content: 'noindex' }];

export const loader = ({ request }: LoaderFunctionArgs) =>
  answer(async () => {
    const viewer = await requireRole(request, 'operator');
    const [mails, trouble, letter] = await Promise.all([recentMail(), mailTroubleFor(viewer), readLetterTime(viewer)]);
    return json({ mails, trouble, letter, zones: timeZones(), sendsMail: canSendMail() });
  });

export const action = ({ request }: ActionFunctionArgs) =>
  answer(async () => {
    await requireRole(request, 'operator');
    const form = parseForm(troubleSchema, await readForm(request));
    if (!form.ok) throw new DomainError('invalid', m.errors_form_unreadable());
    await (form.data.intent === 'again' ? tryAgain() : takeNote());
    return redirect('/operate/mail');
  });

const states = {
  waiting: () => m.mail_state_waiting(),
  sent: () => m.mail_state_sent(),
  failed: () => m.mail_state_failed(),
  dropped: () => m.mail_state_dropped(),
};

const templates: Record<string, () => string> = {
  'sign-in': () => m.mail_template_sign_in(),
  'test-mail': () => m.setup_mail_title(),
  'claim-news': () => m.mail_template_claim_news(),
  'claim-contact': () => m.mail_template_claim_contact(),
  'removal-confirm': () => m.mail_template_removal_confirm(),
  'removal-news': () => m.mail_template_removal_news(),
  'yearly-reminder': () => m.mail_template_yearly_reminder(),
  'removal-answer': () => m.mail_template_removal_answer(),
  invitation: () => m.invitation_mail_template(),
  'invitation-reminder': () => m.invitation_mail_again_template(),
  'account-paused': () => m.pausing_mail_template(),
  'pause-ended': () => m.pausing_ended_mail_template(),
  'member-invitation': () => m.inviting_mail_template(),
  'notice-letter': () => m.notices_letter_template(),
  'urgent-alert': () => m.notices_alert_template(),
};

/** Day and minute in UTC, so that server and browser write the same. */
function Moment({ iso, locale }: { iso: string; locale: Locale }) {
  const text = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  return <time dateTime={iso}>{text.format(new Date(iso))} UTC</time>;
}

export default function OperateMail() {
  const { mails, trouble, letter, zones, sendsMail } = useLoaderData<typeof loader>();
  const locale = useLocale();
  return (
    <div className="stack-l stack">
      <PageHeading title={m.mail_operate_title()} lede={m.mail_operate_lede()} />
      {sendsMail ? null : (
        <Notice kind="warning" title={m.mail_operate_no_key_title()}>
          <p>{m.mail_operate_no_key_text()}</p>
        </Notice>
      )}
      <MailTroubleHere trouble={trouble} />
      {mails.length === 0 ? (
        <EmptyState title={m.mail_operate_empty()} />
      ) : (
        <div>
          <Table
            caption={m.mail_operate_caption()}
            columns={[
              { label: m.mail_column_what() },
              { label: m.mail_column_state() },
              { label: m.mail_column_time() },
              { label: m.mail_column_to() },
            ]}
            rows={mails.map(({ id, template, state, time, to }) => ({
              key: id,
              cells: [
                templates[template]?.() ?? template,
                states[state](),
                <Moment key="time" iso={time} locale={locale} />,
                to ?? m.mail_address_gone(),
              ],
            }))}
          />
        </div>
      )}
      <LetterTimeForm letter={letter} zones={zones} />
    </div>
  );
}
