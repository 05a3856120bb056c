import { m } from '~/lib/paraglide/messages.js';
import type { PolicyDifference } from '../policy-difference.server';

const TITLES = {
  wider: m.policy_difference_wider,
  narrower: m.policy_difference_narrower,
  other: m.policy_difference_other,
  asked: m.policy_difference_asked,
};

/** What one version of the policy says differently from another, in sentences. */
export function Difference({ difference }: { difference: PolicyDifference }) {
  const parts = (['wider', 'narrower', 'other', 'asked'] as const).filter((part) => difference[part].length > 0);
  if (parts.length === 0) return <p>{m.policy_difference_none()}</p>;
  return (
    <div className="stack">
      {parts.map((part) => (
        <div key={part}>
          <h3>{TITLES[part]()}</h3>
          <ul>
            {difference[part].map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
