import { Form, Link } from '@remix-run/react';
import { roleWord } from '~/auth/components/role-words';
import { TypedPersonField } from '~/features/directory/components/typed-person-field';
import { m } from '~/lib/paraglide/messages.js';
import { ROLES, type Role } from '~/lib/standing';
import { Button } from '~/ui/button';
import { Name } from '~/ui/name';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import { Section } from '~/ui/section';
import { SelectField } from '~/ui/text-field';
import type { Holder, RoleSaid } from '../roles-page.server';

/** Who works for the network, and where a steward gives and takes that. */
export function RolesPage({
  holders,
  person,
  said,
}: {
  holders: Holder[];
  person: string;
  said: RoleSaid | undefined;
}) {
  return (
    <>
      <PageHeading title={m.roles_title()} lede={m.roles_lede()} />
      <div className="measure">
        <Said said={said} />
        <Section title={m.roles_have_title()}>
          <ul className="plain-list ruled">
            {holders.map((holder) => (
              <HolderRow key={holder.personId} holder={holder} />
            ))}
          </ul>
        </Section>
        <Section title={m.roles_give_title()}>
          <Form method="post" className="form">
            <TypedPersonField
              error={said?.kind === 'nobody' ? m.roles_person_unknown() : undefined}
              defaultValue={said?.kind === 'nobody' ? said.person : person}
            />
            <SelectField
              name="role"
              label={m.roles_role_label()}
              options={ROLES.map((role) => ({ value: role, label: roleWord(role) }))}
            />
            <p className="hint">{m.roles_give_note()}</p>
            <div className="form-actions">
              <Button kind="primary" name="intent" value="grant">
                {m.roles_give_button()}
              </Button>
            </div>
          </Form>
        </Section>
      </div>
    </>
  );
}

function HolderRow({ holder: { personId, name, handle, roles, hasFactor, isMe } }: { holder: Holder }) {
  const shown = name ?? m.roles_no_name();
  return (
    <li className="stack">
      <div>
        {handle ? (
          <Link to={`/people/${handle}`}>
            <Name>{shown}</Name>
          </Link>
        ) : (
          shown
        )}
        {isMe ? <> · {m.roles_me()}</> : null}
        <p className="hint">{hasFactor ? m.roles_has_factor() : m.roles_no_factor()}</p>
      </div>
      <div className="row">
        {roles.map((role) => (
          <Change key={role} personId={personId} intent="revoke" role={role} about={shown}>
            {m.roles_take({ role: roleWord(role) })}
          </Change>
        ))}
        {hasFactor || isMe ? null : (
          <Change personId={personId} intent="code" about={shown}>
            {m.roles_make_code()}
          </Change>
        )}
      </div>
    </li>
  );
}

interface ChangeProps {
  personId: string;
  intent: 'revoke' | 'code';
  role?: Role;
  about: string;
  children: string;
}

const Change = ({ personId, intent, role, about, children }: ChangeProps) => (
  <Form method="post">
    <input type="hidden" name="personId" value={personId} />
    {role ? <input type="hidden" name="role" value={role} /> : null}
    <Button small name="intent" value={intent} aria-label={`${children}: ${about}`}>
      {children}
    </Button>
  </Form>
);

function Said({ said }: { said: RoleSaid | undefined }) {
  if (!said || said.kind === 'nobody') return null;
  if (said.kind === 'revoked')
    return (
      <Notice kind="success" live>
        <p>{m.roles_said_revoked({ role: roleWord(said.role) })}</p>
      </Notice>
    );
  if (said.kind === 'code') return <HandOver code={said.code} />;
  const { kind, name, role, code } = said;
  return (
    <>
      <Notice kind="success" live>
        <p>
          {kind === 'granted'
            ? m.roles_said_granted({ name, role: roleWord(role) })
            : m.roles_said_had({ name, role: roleWord(role) })}
        </p>
      </Notice>
      {code ? <HandOver code={code} /> : null}
    </>
  );
}

const HandOver = ({ code }: { code: string }) => (
  <Notice kind="warning" live title={m.roles_code_title()}>
    <p>
      <code className="secret">{code}</code>
    </p>
    <p>{m.roles_code_text()}</p>
  </Notice>
);
