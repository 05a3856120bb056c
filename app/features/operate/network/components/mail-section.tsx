import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { Notice } from '~/ui/notice';
import type { MailStatus } from '../mail-status.server';

type MailSectionProps = {
  mail: MailStatus;
  /** What came of asking for a test mail just now. */
  sent?: boolean;
};

/** What the environment says of mail, and what to do where it says nothing. The button belongs to the form around it. */
export function MailSection({ mail, sent }: MailSectionProps) {
  if (!mail.sends) return mail.hasKey ? <NotListed /> : <NoMail />;
  return (
    <div className="stack">
      {sent === undefined ? null : (
        <Notice kind={sent ? 'success' : 'error'} live>
          <p>{sent ? m.network_mail_sent() : m.network_mail_not_sent()}</p>
        </Notice>
      )}
      <p>{m.network_mail_on({ from: mail.from ?? '' })}</p>
      <p className="hint">{m.network_mail_test_hint()}</p>
      <div>
        <Button name="intent" value="test-mail">
          {m.network_mail_test()}
        </Button>
      </div>
    </div>
  );
}

const NotListed = () => (
  <Notice kind="warning" title={m.mail_operate_no_key_title()}>
    <p>{m.policy_mail_not_listed()}</p>
  </Notice>
);

function NoMail() {
  return (
    <div className="stack">
      <Notice kind="warning" title={m.network_mail_off_title()}>
        <p>{m.network_mail_off_text()}</p>
      </Notice>
      <details className="picker">
        <summary>{m.network_mail_do()}</summary>
        <ol className="picker-body stack-s stack">
          <li>{m.network_mail_do_account()}</li>
          <li>{m.network_mail_do_dns()}</li>
          <li>
            {m.network_mail_do_env()}
            <pre className="code">
              <code>{`RESEND_API_KEY=re_…\nMAIL_FROM="Our Network <hub@example.org>"`}</code>
            </pre>
          </li>
        </ol>
      </details>
      <p className="hint">{m.network_mail_until()}</p>
    </div>
  );
}
