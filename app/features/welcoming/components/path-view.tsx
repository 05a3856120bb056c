import { Form } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button, ButtonLink } from '~/ui/button';
import { Icon } from '~/ui/icon';
import { Name } from '~/ui/name';
import { PageHeading } from '~/ui/page-heading';
import { Prose } from '~/ui/prose';
import { Section } from '~/ui/section';
import type { MyPath } from '../my-path.server';
import type { NotTaken } from '../walk.server';
import { MyWelcome } from './my-welcome';

type PathViewProps = { path: MyPath; name: string; refused: NotTaken | undefined };

/** The viewer's own way in: how their welcome stands, and steps to take in any order. */
export function PathView({ path, name, refused }: PathViewProps) {
  const { steps, done, putAway, newcomer } = path;
  return (
    <div className="narrow stack-l stack">
      <PageHeading title={<Name>{m.join_path_hello({ name })}</Name>} lede={m.join_path_lede()} />
      {newcomer ? <MyWelcome welcome={path.welcome} newcomer={newcomer} refused={refused} /> : null}
      <Section title={m.join_path_steps()}>
        <div className="stack">
          <p className="soft" role="status">
            {m.join_path_progress({ done, total: steps.length })}
          </p>
          <ol className="path-steps">
            {steps.map((step) => (
              <li key={step.id} className="card">
                <Step step={step} />
              </li>
            ))}
          </ol>
        </div>
      </Section>
      <Form method="post">
        <Button kind="quiet" name="intent" value={putAway ? 'bring-back' : 'put-away'}>
          {putAway ? m.join_path_bring_back() : m.join_path_put_away()}
        </Button>
      </Form>
    </div>
  );
}

function Step({ step }: { step: MyPath['steps'][number] }) {
  const { id, label, language, html, textLanguage, link, done, byHand } = step;
  return (
    <div className="stack-s stack">
      <h3 className="path-step" lang={language}>
        {done ? <Icon name="success" /> : null}
        {label}
        {done ? <span className="soft"> {m.join_path_done()}</span> : null}
      </h3>
      <div lang={textLanguage}>
        <Prose html={html} />
      </div>
      <div className="row">
        {link ? (
          <ButtonLink to={link} kind={done ? 'quiet' : 'secondary'} small aria-label={`${m.join_path_go()}: ${label}`}>
            {m.join_path_go()}
          </ButtonLink>
        ) : null}
        {byHand ? (
          <Form method="post" preventScrollReset>
            <input type="hidden" name="step" value={id} />
            <Button
              kind="quiet"
              small
              name="intent"
              value={done ? 'untick' : 'tick'}
              aria-label={`${done ? m.join_path_untick() : m.join_path_tick()}: ${label}`}
            >
              {done ? m.join_path_untick() : m.join_path_tick()}
            </Button>
          </Form>
        ) : null}
      </div>
    </div>
  );
}
