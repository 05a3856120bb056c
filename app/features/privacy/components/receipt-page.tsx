import { Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { DefinitionList } from '~/ui/definition-list';
import { formatList } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { PageHeading } from '~/ui/page-heading';
import type { Receipt } from '../receipts/receipts.server';
import { eventOf, WithdrawButton } from './receipts-page';
import { SettingsNav } from './settings-nav';

/** One consent with everything that is kept of it. */
export function ReceiptPage({ receipt }: { receipt: Receipt }) {
  const locale = useLocale();
  const { id, label, group, sentence, stands, policy, words } = receipt;
  const title = group === null ? label : m.changes_of_group({ what: label, name: group });
  const facts = [
    { term: m.receipt_what_happened(), description: `${eventOf(receipt, locale)} ${receipt.how}` },
    { term: m.receipt_purposes(), description: receipt.purposes },
    { term: m.receipt_retention(), description: receipt.retention ?? '' },
    { term: m.receipt_recipients(), description: formatList(receipt.recipients, locale) || m.privacy_no_recipient() },
    {
      term: m.receipt_words(),
      description: words ? <q lang={words.language}>{words.text}</q> : m.receipt_words_other(),
    },
    { term: m.receipt_words_hash(), description: receipt.wordsSha256 ? <code>{receipt.wordsSha256}</code> : '' },
    { term: m.receipt_policy(), description: <PolicyLink {...policy} /> },
    { term: m.receipt_policy_hash(), description: <code>{policy.sha256}</code> },
    { term: m.receipt_hash(), description: <code>{receipt.hash}</code> },
    { term: m.receipt_previous(), description: <code>{receipt.previousHash}</code> },
  ];
  return (
    <>
      <SettingsNav />
      <PageHeading title={m.receipt_title({ what: title })} lede={sentence}>
        {stands ? (
          <WithdrawButton id={id} what={title} />
        ) : receipt.event === 'given' ? (
          <p>{m.receipt_past()}</p>
        ) : null}
      </PageHeading>
      <div className="stack measure">
        <DefinitionList items={facts.filter(({ description }) => description !== '')} />
        <p className="hint">{m.receipt_proof()}</p>
        <p className="row">
          <a href={`/settings/sharing/receipts/${id}.json`}>{m.receipt_json()}</a>
          <Link to="/settings/sharing/receipts">{m.receipts_title()}</Link>
        </p>
      </div>
    </>
  );
}

const PolicyLink = ({ version }: Receipt['policy']) =>
  version === null ? (
    m.receipt_policy_gone()
  ) : (
    <Link to={`/privacy/${version}`}>{m.privacy_page_version({ version })}</Link>
  );
