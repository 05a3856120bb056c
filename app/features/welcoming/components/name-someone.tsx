import { Form, Link } from '@remix-run/react';
import { EmailField } from '~/auth/components/email-field';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import { Section } from '~/ui/section';

type NameSomeoneProps = { named: string[]; noted: boolean; refused: { message: string; email: string } | undefined };

/** A newcomer names people who know them. It reads the same whether or not an address is a member's. */
export function NameSomeone({ named, noted, refused }: NameSomeoneProps) {
  return (
    <div className="narrow stack-l stack">
      <PageHeading title={m.join_vouches_title()} lede={m.join_vouches_lede()}>
        <p>
          <Link to="/welcome">{m.join_vouches_back()}</Link>
        </p>
      </PageHeading>
      {noted && !refused ? (
        <Notice kind="success" live>
          <p>{m.join_vouches_noted()}</p>
        </Notice>
      ) : null}
      <Form key={named.length} method="post" className="form" noValidate>
        <EmailField
          of="another"
          label={m.join_vouches_email()}
          hint={m.join_vouches_hint()}
          error={refused?.message}
          defaultValue={refused?.email}
        />
        <div className="form-actions">
          <Button kind="primary">{m.join_vouches_send()}</Button>
        </div>
      </Form>
      {named.length > 0 ? (
        <Section title={m.join_vouches_named()}>
          <ul className="plain-list">
            {named.map((shown) => (
              <li key={shown} dir="ltr">
                {shown}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </div>
  );
}
