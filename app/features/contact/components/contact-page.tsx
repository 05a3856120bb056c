import { Link } from '@remix-run/react';
import { ShowContact } from '~/features/directory/components/show-contact';
import { m } from '~/lib/paraglide/messages.js';
import { DefinitionList } from '~/ui/definition-list';
import { EmptyState } from '~/ui/empty-state';
import { Name } from '~/ui/name';
import { Notice } from '~/ui/notice';
import { PageHeading } from '~/ui/page-heading';
import type { ContactField, ContactOffer } from '../contact-of.server';
import { fieldWord } from '../field-words';
import type { OpenedContact } from '../open.server';

/** Each kind of contact as one reaches it. */
function Value({ field, value }: { field: ContactField; value: string }) {
  if (field === 'person.email' || field === 'group.email') return <a href={`mailto:${value}`}>{value}</a>;
  if (field === 'person.phone') return <a href={`tel:${value.replaceAll(/[^+\d]/g, '')}`}>{value}</a>;
  return <span dir="auto">{value}</span>;
}

/** Somebody's contact: the button, and after it, this once, what it opened. */
export function ContactPage({ offer, opened, back }: { offer: ContactOffer; opened?: OpenedContact; back: string }) {
  const days = m.contact_days({ count: offer.days });
  const logged = offer.kind === 'person' ? m.contact_noted_person({ days }) : m.contact_noted_group({ days });
  return (
    <div className="narrow stack">
      <PageHeading title={<Name>{offer.name}</Name>} eyebrow={m.contact_title()} />
      {opened && opened.values.length > 0 ? (
        <>
          <DefinitionList
            items={opened.values.map(({ field, value }) => ({
              term: fieldWord(field),
              description: <Value field={field} value={value} />,
            }))}
          />
          <Notice icon="seen">
            <p>{offer.isMe ? m.contact_noted_me() : logged}</p>
          </Notice>
        </>
      ) : offer.fields.length > 0 ? (
        <ShowContact to={`${back}/contact`} of={offer.kind} days={offer.days} />
      ) : (
        <EmptyState title={m.contact_none()} drawing={false} />
      )}
      <p>
        <Link to={back}>{m.contact_back()}</Link>
      </p>
    </div>
  );
}
