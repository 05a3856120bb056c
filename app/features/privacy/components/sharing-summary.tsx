import type { Audience } from '~/lib/audience';
import { m } from '~/lib/paraglide/messages.js';
import { formatList } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { Notice } from '~/ui/notice';
import type { MySharing } from '../my-sharing.server';

const words: Record<Audience, { first: () => string; more: () => string }> = {
  public: { first: m.privacy_summary_public, more: m.privacy_summary_public },
  member: { first: m.privacy_summary_member, more: m.privacy_summary_also_member },
  weaver: { first: m.privacy_summary_weaver, more: m.privacy_summary_also_weaver },
  steward: { first: m.privacy_summary_steward, more: m.privacy_summary_also_steward },
  self: { first: m.privacy_summary_self, more: m.privacy_summary_self },
};

/** Who sees what of me now, a sentence for each audience. */
export function SharingSummary({ summary, nameShared }: { summary: MySharing['summary']; nameShared: boolean }) {
  const locale = useLocale();
  return (
    <Notice icon="seen" title={m.privacy_summary_title()}>
      {summary.map(({ audience, labels }, index) => {
        const { first, more } = words[audience];
        return (
          <p key={audience}>
            <strong>{index === 0 ? first() : more()}:</strong> {formatList(labels, locale)}.
          </p>
        );
      })}
      {nameShared ? null : <p>{m.privacy_summary_without_name()}</p>}
    </Notice>
  );
}
