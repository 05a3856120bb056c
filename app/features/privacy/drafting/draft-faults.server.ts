import { env } from '~/lib/env.server';
import { checkPolicy } from '~/sharing/check-policy';
import type { CompiledPolicy } from '~/sharing/compile-policy.server';
import { faultWords } from '~/sharing/fault-messages';
import type { PolicyFault } from '~/sharing/policy-document';
import { recipientWarnings } from '~/sharing/recipients';
import { effectiveOf, withEffective } from './draft-text.server';

/** A fault of a draft, or what its author should look at again, and which part of the page it belongs to. */
export interface PlacedFault {
  /** `categories`, `recipients`, `statistics`, `text`, or empty for the document as a whole. */
  part: string;
  /** The category, recipient or language. */
  name: string;
  line: number | null;
  /** In the reader's language, but for what only the form of the document is about. */
  message: string;
  /** Whether it is in English whatever the reader's language. */
  english: boolean;
}

interface CheckedDraft {
  /** Null for one that cannot be published. */
  policy: CompiledPolicy | null;
  faults: PlacedFault[];
  warnings: PlacedFault[];
}

const placed = ({ line, message, said, path = [] }: PolicyFault): PlacedFault => ({
  part: String(path[0] ?? ''),
  name: String(path[1] ?? ''),
  line,
  message: said ? faultWords(said.key, said.params) : message,
  english: !said,
});

/**
 * Checks a draft as what follows the policy in force. The day it names is chosen when it is published: one that has
 * passed is no fault before that.
 */
export function draftFaults(inForce: CompiledPolicy, document: string, now = new Date()): CheckedDraft {
  const today = now.toISOString().slice(0, 10);
  const named = effectiveOf(document);
  const found = checkPolicy(inForce, named && named < today ? withEffective(document, today) : document, now);
  return found.ok
    ? {
        policy: found.policy,
        faults: [],
        warnings: [...recipientWarnings(found.policy, env()), ...found.warnings].map(placed),
      }
    : { policy: null, faults: found.faults.map(placed), warnings: [] };
}
