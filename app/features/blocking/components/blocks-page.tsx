import { Form } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { Button } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { formatDay } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { Name } from '~/ui/name';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import type { MyBlock } from '../blocks.server';

interface BlocksPageProps {
  blocks: MyBlock[];
  /** What was done just now. */
  done: 'blocked' | 'unblocked' | null;
}

const Unblock = ({ id, name }: MyBlock) => (
  <Form method="post">
    <input type="hidden" name="person" value={id} />
    <Button small aria-label={m.contact_unblock_whom({ name: name ?? m.contact_who_member() })}>
      {m.contact_unblock()}
    </Button>
  </Form>
);

/** Whom the reader blocked, and the way back. */
export function BlocksPage({ blocks, done }: BlocksPageProps) {
  const locale = useLocale();
  return (
    <>
      <PageHeading title={m.contact_blocks_title()} lede={m.contact_block_text()} />
      <div className="stack">
        {done ? (
          <Notice kind="success" live>
            <p>{done === 'blocked' ? m.contact_blocked_done() : m.contact_unblocked_done()}</p>
          </Notice>
        ) : null}
        {blocks.length > 0 ? (
          <ul className="plain-list ruled">
            {blocks.map((block) => (
              <li key={block.id} className="row row-between">
                <div>
                  <strong>{block.name === null ? m.contact_who_member() : <Name>{block.name}</Name>}</strong>
                  <p className="hint">{m.contact_blocks_since({ date: formatDay(block.since, locale) })}</p>
                </div>
                <Unblock {...block} />
              </li>
            ))}
          </ul>
        ) : (
          <EmptyState title={m.contact_blocks_none()}>{m.contact_blocks_none_text()}</EmptyState>
        )}
        <p className="hint">{m.contact_block_limits()}</p>
      </div>
    </>
  );
}
