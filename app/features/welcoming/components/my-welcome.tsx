import { Form } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button, ButtonLink } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { TextArea } from '~/ui/text-field';
import type { MyPath } from '../my-path.server';
import type { NotTaken } from '../walk.server';

type MyWelcomeProps = { welcome: MyPath['welcome']; newcomer: NonNullable<MyPath['newcomer']>; refused?: NotTaken };

/** How the welcome of the viewer stands, and a word to those who welcome. */
export function MyWelcome({ welcome, newcomer, refused }: MyWelcomeProps) {
  const { state, note, meeting, given, group } = newcomer;
  const typed = (text: string) => (
    <p className="typed" dir="auto">
      {text}
    </p>
  );
  return (
    <div className="stack">
      {state === 'not_now' ? (
        <Notice title={m.join_mine_not_now_title()}>
          <div className="stack">
            {note ? typed(note) : null}
            <p>{m.join_mine_not_now_text()}</p>
          </div>
        </Notice>
      ) : (
        <Notice title={m.join_mine_waiting_title()}>
          <div className="stack">
            <p>{given ? m.join_mine_given() : m.join_mine_waiting()}</p>
            {meeting ? typed(meeting) : null}
            {group ? <p>{m.join_mine_group({ group })}</p> : null}
            {welcome === 'conversation' ? null : (
              <p>
                <ButtonLink to="/welcome/vouches">{m.join_mine_vouches()}</ButtonLink>
              </p>
            )}
          </div>
        </Notice>
      )}
      <details className="picker" open={state === 'not_now' || refused !== undefined}>
        <summary>{m.join_write()}</summary>
        <div className="picker-body">
          <Form method="post" className="form">
            <TextArea
              name="why"
              label={m.join_write_label()}
              hint={m.join_write_hint()}
              error={refused?.message}
              defaultValue={refused?.why}
              required
            />
            <div className="form-actions">
              <Button name="intent" value="write">
                {m.join_write_send()}
              </Button>
            </div>
          </Form>
        </div>
      </details>
    </div>
  );
}
