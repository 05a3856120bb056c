import { Link } from '@remix-run/react';
import { m } from '~/lib/paraglide/messages.js';
import { formatDay } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/section';
import type { PolicyPageData } from '../policy-page.server';
import { Difference } from './difference';

type Props = { policy: PolicyPageData };

/** What the version in force allows from a day to come. */
export function Coming({ policy: { coming, version } }: Props) {
  const locale = useLocale();
  if (!coming) return null;
  const date = formatDay(coming.day, locale);
  return (
    <Notice title={m.policy_coming_title({ date })}>
      <p>{m.policy_coming_text({ version, date })}</p>
      <ul>
        {coming.wider.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** What a version changed, and what came after it. */
export function Changes({ changes }: Pick<PolicyPageData, 'changes'>) {
  if (!changes) return null;
  const { since, after } = changes;
  return (
    <div className="measure">
      <Section title={m.policy_changed_since()} id="changes">
        {since ? <Difference difference={since.difference} /> : <p>{m.policy_first()}</p>}
      </Section>
      {after ? (
        <Section title={m.policy_changed_after({ version: after.version })} id="changes-after">
          <Difference difference={after.difference} />
          <p>
            <Link to={`/privacy/${after.version}`}>{m.policy_version_same({ version: after.version })}</Link>
          </p>
        </Section>
      ) : null}
    </div>
  );
}

/** Every version that was published, the newest first. */
export function PolicyVersions({ policy: { versions } }: Props) {
  const locale = useLocale();
  return (
    <ul className="plain-list">
      {versions.map(({ version, publishedAt, inForce }) => (
        <li key={version}>
          <Link to={`/privacy/${version}`}>
            {m.policy_version_since({ version, date: formatDay(publishedAt, locale) })}
          </Link>
          {inForce ? ` · ${m.policy_version_now()}` : null}
        </li>
      ))}
    </ul>
  );
}
