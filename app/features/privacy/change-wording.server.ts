import type { Audience } from '~/lib/audience';
import type { Locale } from '~/lib/paraglide/runtime.js';
import type { compareStatistics, FieldsChange, PolicyChange } from '~/sharing/compare-policies';
import { said } from './catalogue.server';
import { basisLabel, purposeLabel, recipientLabel, relationSentence, retentionPhrase } from './terms.server';
import { type Owner, ownerOf, whatOf } from './wording.server';

const toWhom = (audience: Audience, owner: Owner, locale: Locale) =>
  said(audience === 'self' ? `policy_nobody_but_${owner}` : `privacy_to_${audience}`, locale);

const added = (change: { kind: string; added: boolean }) =>
  `policy_change_${change.kind}_${change.added ? 'added' : 'removed'}`;

/** The message of a change with what stands in it; null for what another change of the same fields says already. */
function message(
  change: PolicyChange,
  widens: boolean,
  owner: Owner,
  locale: Locale,
): [key: string, inputs: Record<string, string>] | null {
  switch (change.kind) {
    case 'ceiling':
    case 'default': {
      const key = change.kind === 'default' ? 'default' : widens ? 'ceiling_wider' : 'ceiling_narrower';
      const [from, to] = [toWhom(change.from, owner, locale), toWhom(change.to, owner, locale)];
      return [`policy_change_${key}`, { from, to }];
    }
    case 'relation':
      return [added(change), { sentence: relationSentence(change.relation, locale) }];
    case 'purpose':
      return [added(change), { purpose: purposeLabel(change.purpose, locale) }];
    case 'recipient':
      return [added(change), { recipient: recipientLabel(change.recipient, locale) }];
    case 'recipient_purpose':
      return [
        added(change),
        { recipient: recipientLabel(change.recipient, locale), purpose: purposeLabel(change.purpose, locale) },
      ];
    case 'searchable':
      return [change.to ? 'policy_change_searchable' : 'policy_change_not_searchable', {}];
    case 'basis':
      if (!change.from || !change.to) return null;
      return ['policy_change_basis', { from: basisLabel(change.from, locale), to: basisLabel(change.to, locale) }];
    case 'retention':
      if (!change.to) return ['policy_change_retention_gone', {}];
      if (!change.from) return ['policy_change_retention_new', { to: retentionPhrase(change.to, locale) }];
      return [
        'policy_change_retention',
        { from: retentionPhrase(change.from, locale), to: retentionPhrase(change.to, locale) },
      ];
  }
}

/** One change in a sentence; null for what another change of the same fields says already. */
export function changeSentence({ subject, fields, change, widens }: FieldsChange, locale: Locale): string | null {
  const found = message(change, widens, ownerOf({ subject }), locale);
  return found && said(found[0], locale, { ...found[1], what: whatOf({ subject, fields: [...fields] }, locale) });
}

/** A change of how numbers are published, in a sentence. */
export const statisticsSentence = (
  { rule, from, to }: ReturnType<typeof compareStatistics>[number],
  locale: Locale,
): string => said(rule === 'round_to' ? 'policy_change_round' : 'policy_change_minimum', locale, { from, to });
