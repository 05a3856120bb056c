import { Form, Link } from '@remix-run/react';
import { PasskeyButton } from '~/auth/components/passkey-button';
import type { Passkey } from '~/auth/second-factors/factors.server';
import { m } from '~/lib/paraglide/messages.js';
import { Button, ButtonLink } from '~/ui/button';
import { formatDay } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { Notice } from '~/ui/notice';
import type { SecurityPageData } from '../security-page.server';

const AGAIN = '/sign-in/again?to=%2Fsettings%2Fsecurity';

/** Passkeys, the authenticator app and codes on paper; adding one wants a proof of the last minutes. */
export function SecondStep({ factors, whyNot, needed }: SecurityPageData) {
  const { passkeys, app, codes } = factors;
  const any = app || passkeys.length > 0;
  return (
    <div className="stack">
      <p>{any ? m.security_second_on() : m.security_second_off()}</p>
      {needed ? <p className="hint">{m.security_needed()}</p> : null}
      {passkeys.length > 0 ? (
        <ul className="plain-list ruled">
          {passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} needed={needed} />
          ))}
        </ul>
      ) : null}
      {whyNot ? <WhyNot why={whyNot} /> : <PasskeyButton kind="register" to="/settings/security" />}
      <div className="row row-between">
        <p>{app ? m.security_app_on() : m.security_app_off()}</p>
        {app ? (
          <Removal action="/settings/security/app/removal" disabled={needed} label={m.security_app_remove()} />
        ) : whyNot ? null : (
          <ButtonLink to="/settings/security/app">{m.security_app_add()}</ButtonLink>
        )}
      </div>
      {any ? (
        <div className="row row-between">
          <p>{codes > 0 ? m.security_codes_left({ count: codes }) : m.security_codes_none()}</p>
          {whyNot ? null : <ButtonLink to="/settings/security/codes">{m.security_codes_make()}</ButtonLink>}
        </div>
      ) : null}
    </div>
  );
}

const WhyNot = ({ why }: { why: 'stale' | 'by_mail_only' }) =>
  why === 'stale' ? (
    <p>
      <Link to={AGAIN}>{m.security_stale_link()}</Link>
    </p>
  ) : (
    <Notice kind="info">
      <p>{m.security_by_mail_only()}</p>
    </Notice>
  );

function PasskeyRow({ passkey: { id, name, added, used }, needed }: { passkey: Passkey; needed: boolean }) {
  const locale = useLocale();
  return (
    <li className="row row-between">
      <div>
        <strong>{name}</strong>
        <p className="hint">
          {used
            ? m.security_passkey_used({ added: formatDay(added, locale), used: formatDay(used, locale) })
            : m.security_passkey_added({ added: formatDay(added, locale) })}
        </p>
      </div>
      <Removal
        action="/settings/security/passkeys/removal"
        id={id}
        disabled={needed}
        label={m.security_passkey_remove()}
        about={name}
      />
    </li>
  );
}

function Removal(props: { action: string; id?: string; disabled: boolean; label: string; about?: string }) {
  const { action, id, disabled, label, about } = props;
  if (disabled) return null;
  return (
    <Form method="post" action={action}>
      <Button small {...(id && { name: 'id', value: id })} aria-label={about ? `${label}: ${about}` : undefined}>
        {label}
      </Button>
    </Form>
  );
}
