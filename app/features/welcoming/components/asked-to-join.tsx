import { MailedCodeForm } from '~/auth/components/mailed-code-form';
import { m } from '~/lib/paraglide/messages.js';
import { ButtonLink } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';

type AskedToJoinProps = { email: string; wrong: boolean; sendsMail: boolean; kind: 'person' | 'group' };

/** What to do next. It reads the same whether or not an account has the address. */
export function AskedToJoin({ email, wrong, sendsMail, kind }: AskedToJoinProps) {
  return (
    <div className="narrow stack">
      <PageHeading title={sendsMail ? m.join_asked_title() : m.auth_asked_title()} />
      {wrong ? null : (
        <Notice kind="success" live>
          <p>{sendsMail ? m.join_asked_text({ email }) : m.join_asked_no_mail({ email })}</p>
        </Notice>
      )}
      {sendsMail ? (
        <>
          <p>{m.join_asked_known()}</p>
          <MailedCodeForm email={email} wrong={wrong} button={m.join_code_button()} />
          <p>{m.auth_sent_patience()}</p>
        </>
      ) : null}
      <div className="row">
        <ButtonLink to={kind === 'group' ? '/join?as=group' : '/join'} reloadDocument>
          {m.join_again()}
        </ButtonLink>
      </div>
    </div>
  );
}
