import { Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';

/** The end of the form of one part of the draft: keep it, or close it as it was. */
export const KeepActions = ({ part }: { part: 'category' | 'recipient' }) => (
  <div className="form-actions">
    <Button kind="primary" name="intent" value={part}>
      {m.drafting_save()}
    </Button>
    <Link to="/steward/policy" preventScrollReset>
      {m.drafting_close()}
    </Link>
  </div>
);
