import type { CompiledPolicy } from './compile-policy.server';
import { faultOf } from './fault-messages';
import type { PolicyFault } from './policy-document';
import type { Purpose } from './policy-schema';
import type { Subject } from './registry';

/** A service outside of the hub that a feature hands something to. */
export interface Recipient {
  /** As policies name it. */
  name: 'resend' | 'mapbox';
  /** The fields it gets. */
  gets: readonly (readonly [Subject, string])[];
  purpose: Purpose;
  /** The variable of the environment that turns its feature on. */
  variable: 'RESEND_API_KEY' | 'MAPBOX_ACCESS_TOKEN';
}

/** Every outside service that this software can use. What a feature hands outside, it asks {@link isPermitted} about first. */
export const RECIPIENTS: readonly Recipient[] = [
  { name: 'resend', gets: [['account', 'address']], purpose: 'alerts', variable: 'RESEND_API_KEY' },
  // It gets nothing of the registry: where on the map somebody looks, and from which address of the internet.
  { name: 'mapbox', gets: [], purpose: 'map', variable: 'MAPBOX_ACCESS_TOKEN' },
];

/** Whether a policy lists a service with everything it would get, and what for. */
export function isPermitted(policy: CompiledPolicy, name: Recipient['name']): boolean {
  const recipient = RECIPIENTS.find((each) => each.name === name);
  const rule = policy.recipients[name];
  if (!recipient || !rule?.purposes.includes(recipient.purpose)) return false;
  return recipient.gets.every(([subject, field]) =>
    rule.categories.includes(policy.categoryOf(subject, field)?.name ?? ''),
  );
}

type Variables = Partial<Record<Recipient['variable'], unknown>>;

/** Services that are set up here and that a policy does not list: what uses them would be off. */
export const recipientWarnings = (policy: CompiledPolicy, set: Variables): PolicyFault[] =>
  RECIPIENTS.filter(({ name, variable }) => set[variable] && !isPermitted(policy, name)).map(
    ({ name, gets, purpose }) => ({
      line: null,
      path: ['recipients'],
      ...faultOf('recipient_unlisted', {
        name,
        categories: gets
          .map(([subject, field]) => policy.categoryOf(subject, field)?.name ?? `${subject}.${field}`)
          .join(', '),
        purpose,
      }),
    }),
  );
