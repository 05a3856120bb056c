import { useState } from 'react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { useHydrated } from '~/ui/use-hydrated';

type Kind = 'sign-in' | 'prove' | 'register';
const DOORS: Record<Kind, string> = {
  'sign-in': '/sign-in/passkey',
  prove: '/sign-in/passkey',
  register: '/settings/security/passkeys',
};
const LABELS: Record<Kind, () => string> = {
  'sign-in': m.security_passkey_sign_in,
  prove: m.security_passkey_prove,
  register: m.security_passkey_add,
};

class Refused extends Error {}

async function send(door: string, fields: Record<string, string>): Promise<unknown> {
  const response = await fetch(door, { method: 'POST', body: new URLSearchParams(fields) });
  if (!response.ok) throw new Refused(((await response.json().catch(() => null)) as { message?: string })?.message);
  return response.json();
}

/** Asks the browser for an answer by passkey, or for a new one; gives where to go on. */
async function goThrough(kind: Kind, to: string): Promise<string> {
  const browser = await import('@simplewebauthn/browser');
  const options = (await send(DOORS[kind], { step: 'options', kind })) as never;
  const response =
    kind === 'register'
      ? await browser.startRegistration({ optionsJSON: options })
      : await browser.startAuthentication({ optionsJSON: options });
  const done = await send(DOORS[kind], { step: 'finish', kind, response: JSON.stringify(response), to });
  return (done as { to: string }).to;
}

/** Signs in, proves or registers by passkey; nothing is there where the browser has none, or runs no script. */
export function PasskeyButton({ kind, to = '', primary = false }: { kind: Kind; to?: string; primary?: boolean }) {
  const [state, setState] = useState<'idle' | 'busy' | { message: string }>('idle');
  if (!useHydrated() || !window.PublicKeyCredential) return null;
  const press = async () => {
    setState('busy');
    try {
      window.location.assign(await goThrough(kind, to));
    } catch (error) {
      setState({ message: (error instanceof Refused && error.message) || m.security_passkey_failed() });
    }
  };
  return (
    <div className="stack">
      {typeof state === 'object' ? (
        <Notice kind="error" live>
          <p>{state.message}</p>
        </Notice>
      ) : null}
      <div className="row">
        <Button type="button" kind={primary ? 'primary' : 'secondary'} onClick={press} disabled={state === 'busy'}>
          {LABELS[kind]()}
        </Button>
      </div>
    </div>
  );
}
