import { Form } from '@remix-run/react';
import type { MailTrouble } from '~/lib/mail/trouble.server';
import { m } from '~/lib/paraglide/messages.js';
import { Button, ButtonLink } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { reasonSentence } from '../reasons';

function Facts({ failed, late, reasons }: MailTrouble) {
  const sentences = [...new Set(reasons.map(reasonSentence))];
  return (
    <>
      {failed > 0 ? <p>{m.mail_trouble_failed({ count: failed })}</p> : null}
      {late > 0 ? <p>{m.mail_trouble_late({ count: late })}</p> : null}
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </>
  );
}

/** Mail that does not go out, and what can be done about it. */
export function MailTroubleHere({ trouble }: { trouble: MailTrouble | null }) {
  if (!trouble) return null;
  return (
    <Notice kind="error" icon="warning" title={m.mail_trouble_title()}>
      <div className="stack">
        <Facts {...trouble} />
        {trouble.failed > 0 ? (
          <Form method="post" className="row">
            <Button kind="primary" name="intent" value="again">
              {m.mail_trouble_again()}
            </Button>
            <Button name="intent" value="noted">
              {m.mail_trouble_noted()}
            </Button>
          </Form>
        ) : null}
      </div>
    </Notice>
  );
}

/** The same for the first page an operator sees. */
export function MailTroubleAtHome({ trouble }: { trouble: MailTrouble | null }) {
  if (!trouble) return null;
  return (
    <Notice kind="error" icon="warning" title={m.mail_trouble_title()}>
      <div className="stack">
        <Facts {...trouble} />
        <div className="row">
          <ButtonLink to="/operate/mail">{m.mail_trouble_look()}</ButtonLink>
        </div>
      </div>
    </Notice>
  );
}
