import { Form, Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { Button } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { formatDay } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import type { MyReceipts, ReceiptInShort } from '../receipts/receipts.server';
import { SettingsNav } from './settings-nav';

const EVENTS = {
  given: m.receipt_given,
  withdrawn: m.receipt_withdrawn,
  refused: m.receipt_refused,
};

/** What happened, in a word and with its day. */
export const eventOf = ({ event, at }: Pick<ReceiptInShort, 'event' | 'at'>, locale: Locale) =>
  EVENTS[event]({ date: formatDay(at, locale) });

/** Everything one agreed to and took back, newest first. */
export function ReceiptsPage({ receipts, withdrawn }: { receipts: MyReceipts; withdrawn: boolean }) {
  return (
    <>
      <SettingsNav />
      <PageHeading title={m.receipts_title()} lede={m.receipts_lede()}>
        <p>
          <Link to="/settings/sharing">{m.changes_none_link()}</Link>
        </p>
      </PageHeading>
      {withdrawn ? (
        <Notice kind="success" live>
          <p>{m.receipts_withdrawn()}</p>
        </Notice>
      ) : null}
      {receipts.receipts.length === 0 ? (
        <EmptyState title={m.receipts_none_title()}>{m.receipts_none_text()}</EmptyState>
      ) : (
        <div className="settings measure">
          {receipts.receipts.map((receipt) => (
            <ReceiptItem key={receipt.id} receipt={receipt} />
          ))}
        </div>
      )}
      {receipts.next ? (
        <p>
          <Link to={`/settings/sharing/receipts?before=${receipts.next}`}>{m.receipts_older()}</Link>
        </p>
      ) : null}
    </>
  );
}

function ReceiptItem({ receipt }: { receipt: ReceiptInShort }) {
  const locale = useLocale();
  const { id, label, group, sentence } = receipt;
  const title = group === null ? label : m.changes_of_group({ what: label, name: group });
  return (
    <section className="setting">
      <h2>
        <Link to={`/settings/sharing/receipts/${id}`}>{title}</Link>
      </h2>
      <p>{sentence}</p>
      <p className="hint">
        {eventOf(receipt, locale)} {receipt.how}
      </p>
      {receipt.stands ? <WithdrawButton id={id} what={title} /> : null}
    </section>
  );
}

/** One tap, and it is shared with nobody any more. */
export function WithdrawButton({ id, what }: { id: string; what: string }) {
  return (
    <Form method="post" action={`/settings/sharing/receipts/${id}`}>
      <Button kind="quiet" small>
        {m.receipt_withdraw({ what })}
      </Button>
    </Form>
  );
}
