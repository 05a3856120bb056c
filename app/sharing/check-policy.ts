import { comparePolicies } from './compare-policies';
import { type CompiledPolicy, compileSource } from './compile-policy.server';
import { faultOf } from './fault-messages';
import { PolicyError, type PolicyFault, type PolicySource, readPolicyDocument } from './policy-document';
import { proseWarnings } from './policy-faults';
import { REGISTRY } from './registry';

/** A policy that can be published, with what its author should look at again. */
export interface CheckedPolicy {
  ok: true;
  policy: CompiledPolicy;
  warnings: readonly PolicyFault[];
}

/** Characters. No policy is as long; what is, is some other file. */
const LONGEST = 400_000;

/** What keeps a policy that is sound by itself from following the one in force. */
function successionFaults(
  policy: CompiledPolicy,
  inForce: CompiledPolicy,
  source: PolicySource,
  today: string,
): PolicyFault[] {
  const faults: PolicyFault[] = [];
  const next = inForce.version + 1;
  if (policy.version !== next)
    faults.push({
      line: source.lineOf(['version']),
      ...faultOf('version', { inForce: inForce.version, next, given: policy.version }),
    });
  const widens = comparePolicies(inForce, policy, REGISTRY).some((change) => change.widens);
  if (widens && policy.effective < today)
    faults.push({
      line: source.lineOf(['effective']),
      ...faultOf('effective', { day: policy.effective }),
    });
  return faults;
}

/**
 * Checks a policy document for publishing: by itself, and as what follows the policy in force. Pure.
 * @returns the compiled policy, or every fault found
 */
export function checkPolicy(
  inForce: CompiledPolicy,
  document: string,
  now: Date,
): CheckedPolicy | { ok: false; faults: readonly PolicyFault[] } {
  if (document.length > LONGEST) return { ok: false, faults: [{ line: null, ...faultOf('too_long') }] };
  try {
    const source = readPolicyDocument(document);
    const policy = compileSource(source, REGISTRY);
    const faults = successionFaults(policy, inForce, source, now.toISOString().slice(0, 10));
    return faults.length > 0 ? { ok: false, faults } : { ok: true, policy, warnings: proseWarnings(source) };
  } catch (error) {
    if (error instanceof PolicyError) return { ok: false, faults: error.faults };
    throw error;
  }
}
