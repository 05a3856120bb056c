import { Link } from '@remix-run/react';
import { PersonPageView } from '~/features/directory/components/person-page';
import { m } from '~/lib/paraglide/messages.js';
import { formatList } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import { EYES, type Eyes } from '../seen-as';
import type { SeenAs } from '../seen-as.server';
import { SettingsNav } from './settings-nav';

const WORDS = {
  visitor: { name: m.choices_seen_visitor, as: m.choices_seen_as_visitor, none: m.choices_seen_none_visitor },
  member: { name: m.choices_seen_member, as: m.choices_seen_as_member, none: m.choices_seen_none_member },
  weaver: { name: m.choices_seen_weaver, as: m.choices_seen_as_weaver, none: m.choices_seen_none_weaver },
} satisfies Record<Eyes, unknown>;

/** One's own page through the eyes of others, to look at only. */
export function SeenAsPage({ eyes, seen }: { eyes: Eyes; seen: SeenAs | null }) {
  const locale = useLocale();
  const { as, none } = WORDS[eyes];
  return (
    <>
      <SettingsNav />
      <nav className="sub-nav" aria-label={m.choices_seen_label()}>
        {EYES.map((each) => (
          <Link
            key={each}
            to={`/settings/sharing/seen?as=${each}`}
            aria-current={each === eyes ? 'page' : undefined}
            preventScrollReset
          >
            {WORDS[each].name()}
          </Link>
        ))}
      </nav>
      {seen ? (
        <div className="stack-l stack">
          <Notice icon="seen">
            <p>{as()}</p>
            <p>
              <Link to="/settings/sharing">{m.directory_me_change()}</Link>
            </p>
          </Notice>
          <PersonPageView
            person={seen.page}
            contact={
              seen.contact.length > 0 ? (
                <p>
                  {m.choices_seen_contact()} {formatList(seen.contact, locale)}.
                </p>
              ) : undefined
            }
          />
        </div>
      ) : (
        <PageHeading title={m.choices_seen_none_title()} lede={none()}>
          <p>
            <Link to="/settings/sharing">{m.directory_me_change()}</Link>
          </p>
        </PageHeading>
      )}
    </>
  );
}
