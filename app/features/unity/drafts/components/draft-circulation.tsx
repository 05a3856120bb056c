import { Form } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { Combobox } from '~/ui/combobox';
import { formatDay } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { Name } from '~/ui/name';
import { Section } from '~/ui/section';
import { TextField } from '~/ui/text-field';
import type { Circulation } from '../circulation.server';

/** What was wrong with the last form of this section, and what was typed. */
export type CirculationSaid = { field: 'group' | 'label'; error: string; typed: string } | undefined;

type Props = { id: string; circulation: Circulation; said: CirculationSaid };

/** Who reads a draft besides those who write it: chosen groups, and people outside by a private link. */
export function DraftCirculation({ id, circulation, said }: Props) {
  const action = `/operate/unity/${id}/circulation`;
  const at = (field: 'group' | 'label') =>
    said?.field === field ? { error: said.error, defaultValue: said.typed } : {};
  return (
    <>
      <Section title={m.unity_circulate_groups()} id="groups">
        <p className="measure">{m.unity_circulate_groups_text()}</p>
        <ul className="plain-list">
          {circulation.groups.map((group) => (
            <li key={group.id} className="row row-between">
              <Name>{group.name}</Name>
              <TakeBack action={action} intent="remove-group" id={group.id} of={group.name} />
            </li>
          ))}
        </ul>
        <Form method="post" action={action} className="form section-gap-s" noValidate preventScrollReset>
          <input type="hidden" name="intent" value="group" />
          <Combobox
            name="group"
            url="/suggest/groups"
            label={m.unity_circulate_group()}
            valueName="groupValue"
            required
            {...at('group')}
          />
          <div className="form-actions">
            <Button>{m.unity_circulate_add()}</Button>
          </div>
        </Form>
      </Section>
      <Section title={m.unity_links_title()} id="links">
        <p className="measure">{m.unity_links_text()}</p>
        <Links links={circulation.links} action={action} />
        <Form method="post" action={action} className="form section-gap-s" noValidate preventScrollReset>
          <input type="hidden" name="intent" value="link" />
          <TextField name="label" label={m.unity_links_label()} hint={m.unity_links_label_hint()} {...at('label')} />
          <div className="form-actions">
            <Button>{m.unity_links_make()}</Button>
          </div>
        </Form>
      </Section>
    </>
  );
}

function Links({ links, action }: { links: Circulation['links']; action: string }) {
  const locale = useLocale();
  return (
    <ul className="plain-list">
      {links.map(({ id, label, until, url }) => (
        <li key={id} className="stack-s stack">
          <div className="row row-between">
            <span>
              <Name>{label}</Name>
              <span className="soft">
                {' · '}
                {url ? m.unity_links_until({ date: formatDay(until, locale) }) : m.unity_links_over()}
              </span>
            </span>
            {url ? <TakeBack action={action} intent="revoke" id={id} of={label} /> : null}
          </div>
          {url ? <code className="typed">{url}</code> : null}
        </li>
      ))}
    </ul>
  );
}

function TakeBack({ action, intent, id, of }: { action: string; intent: string; id: string; of: string }) {
  return (
    <Form method="post" action={action} preventScrollReset>
      <input type="hidden" name="id" value={id} />
      <Button kind="quiet" small name="intent" value={intent} aria-label={m.unity_take_back_of({ name: of })}>
        {m.unity_take_back()}
      </Button>
    </Form>
  );
}
