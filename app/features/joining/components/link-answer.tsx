import { Form } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button, ButtonLink } from '~/ui/button';
import { PageHeading } from '~/ui/page-heading';

/** One of the two buttons below an invitation. It loads a fresh document: whoever accepts is signed in on the next page. */
export const LinkAnswer = ({ intent }: { intent: 'accept' | 'decline' }) => (
  <Form method="post" reloadDocument>
    <Button kind={intent === 'accept' ? 'primary' : 'danger'} name="intent" value={intent}>
      {intent === 'accept' ? m.invitation_accept_button() : m.invitation_decline_button()}
    </Button>
  </Form>
);

/** What is left where an invitation is answered, or was never one. */
export const LinkEnding = ({ title, text, to }: { title: string; text: string; to: '/' | '/sign-in' }) => (
  <div className="narrow stack">
    <PageHeading title={title} lede={text} />
    <ButtonLink to={to}>{to === '/' ? m.goodbye_link() : m.invitation_sign_in()}</ButtonLink>
  </div>
);
