import { Form, Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { CheckboxGroup } from '~/ui/choice-group';
import { formatDay } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import type { WhoSees } from '../naming.server';
import type { ShownStatement } from '../statements.server';
import type { MineOfUnity } from '../unity-page.server';
import { Changes } from './changes';

type SignFormProps = { statement: ShownStatement; mine: MineOfUnity; to: string | null };

/** A person signs for themselves, answers whether they are named, and takes it back. */
export function SignForm({ statement, mine: { signed, sees }, to }: SignFormProps) {
  const locale = useLocale();
  const { version } = statement;
  const stands = signed?.version === version;
  return (
    <div className="stack measure">
      {stands ? (
        <p>{m.unity_signed_on({ date: formatDay(signed.on, locale) })}</p>
      ) : (
        <>
          {signed ? <p>{m.unity_signed_older({ version: signed.version })}</p> : null}
          {signed ? <Changes statement={statement} /> : null}
          <p>{m.unity_sign_text({ version })}</p>
        </>
      )}
      <Form
        method="post"
        action={to ? `/unity?to=${encodeURIComponent(to)}` : '/unity'}
        className="form"
        preventScrollReset
      >
        <input type="hidden" name="version" value={version} />
        <CheckboxGroup
          name="named"
          legend={m.unity_sign_named()}
          legendHidden
          chosen={signed?.named ? ['on'] : []}
          options={[{ value: 'on', label: m.unity_sign_named(), hint: <WhoSeesIt sees={sees} /> }]}
        />
        <div className="form-actions">
          <Button kind={stands ? 'secondary' : 'primary'}>
            {stands ? m.unity_save_named() : signed ? m.unity_sign_again_button({ version }) : m.unity_sign_button()}
          </Button>
        </div>
      </Form>
      {sees?.nobody ? (
        <p>
          <Link to="/settings/sharing">{m.unity_sign_named_change()}</Link>
        </p>
      ) : null}
      {signed ? (
        <Form method="post" action="/unity/withdrawal" className="stack-s stack" preventScrollReset>
          <p className="hint">{m.unity_withdraw_text()}</p>
          <Button kind="danger" small>
            {m.unity_withdraw()}
          </Button>
        </Form>
      ) : null}
    </div>
  );
}

const WhoSeesIt = ({ sees }: { sees: WhoSees | null }) =>
  sees === null || sees.nobody ? m.unity_sign_named_nobody() : sees.sentence;
