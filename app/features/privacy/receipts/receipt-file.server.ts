import type { SignedIn } from '~/auth/viewer';
import { readNetwork } from '~/features/directory/network.server';
import { env } from '~/lib/env.server';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { categoryOf } from '~/sharing/consents';
import { receiptRow } from './read-receipts.server';

const DPV = 'https://w3id.org/dpv#';

/** Purposes of a policy in the words of the W3C Data Privacy Vocabulary. */
const PURPOSES: Record<string, string> = {
  directory: 'dpv:ServiceProvision',
  map: 'dpv:ServiceProvision',
  introductions: 'dpv:ServiceProvision',
  event_logistics: 'dpv:ServiceProvision',
  alerts: 'dpv:CommunicationManagement',
  statistics: 'dpv:NonCommercialResearch',
  safety: 'dpv:EnforceSecurity',
};
const BASES = { consent: 'dpv:Consent', contract: 'dpv:Contract', legitimate_interest: 'dpv:LegitimateInterest' };
const STATES = { given: 'dpv:ConsentGiven', withdrawn: 'dpv:ConsentWithdrawn', refused: 'dpv:ConsentRefused' };

/**
 * A receipt as a file for machines, with the fields of a consent record and receipt after ISO/IEC TS 27560.
 * @throws DomainError `not_found` for anyone whose it is not
 */
export async function receiptFile(viewer: SignedIn, id: string, locale: Locale): Promise<Response> {
  const [{ history, row }, network] = await Promise.all([receiptRow(viewer, id), readNetwork(viewer, locale)]);
  const policy = history.find(({ sha256 }) => sha256 === row.policySha256);
  const category = policy?.category(categoryOf(row.category));
  const { origin } = env();
  const recipients = Object.entries(policy?.recipients ?? {})
    .filter(([, { categories }]) => categories.includes(category?.name ?? ''))
    .map(([name]) => name);
  const receipt = {
    '@context': { dpv: DPV },
    schema_version: 'ISO/IEC TS 27560:2023',
    record_id: row.id,
    pii_principal_id: row.subjectKey,
    pii_processing: {
      privacy_notice: `${origin}/privacy/${policy?.version ?? ''}`,
      privacy_notice_sha256: row.policySha256,
      words_shown_sha256: row.wordsSha256,
      purposes: row.purposes.map((purpose) => ({
        purpose,
        purpose_type: PURPOSES[purpose] ?? 'dpv:Purpose',
        lawful_basis: category ? BASES[category.basis] : 'dpv:LegalBasis',
        pii_information: (category?.fields ?? []).map((field) => ({ pii_type: field, pii_category: row.category })),
        pii_controllers: ['controller'],
        shown_to: row.relation ?? row.audience,
        recipient_third_parties: recipients,
        retention_period: category?.retention ?? null,
        collection_method: row.method,
        withdrawal_method: `${origin}/settings/sharing/receipts/${row.id}`,
      })),
    },
    party_identification: [
      { party_id: 'controller', party_name: network.name, party_url: origin, party_role: 'dpv:DataController' },
    ],
    events: [
      {
        event_time: row.at.toISOString(),
        event_type: row.method,
        event_state: STATES[row.event],
        entity_id: row.group === null ? row.subjectKey : 'dpv:Representative',
      },
    ],
    ledger: { hash: row.hash, previous_hash: row.previousHash },
  };
  return new Response(`${JSON.stringify(receipt, null, 2)}\n`, {
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'private, no-store' },
  });
}
