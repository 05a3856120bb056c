import { GROUP_LIMITS, groupInput } from '~/features/directory/groups.schema';
import { cutText, splitValues } from './cells';
import type { Field } from './columns';
import type { Said } from './draft.server';
import type { RowNote } from './notes';
import { linkLabel, urlsIn } from './urls';

export interface Contact {
  website: string | null;
  links: { url: string; label: string | null }[];
  email: string | null;
  streetAddress: string | null;
}

/** How a group is reached: the first website is the website, all others are links. What does not fit is noted. */
export function readContact(all: (field: Field) => Said[], notes: RowNote[]): Contact {
  const addresses = (field: 'website' | 'links') =>
    all(field).flatMap(({ column, text }) => {
      const { urls, rest } = urlsIn(text, column);
      if (rest.length > 0)
        notes.push({ code: field === 'website' ? 'website_unreadable' : 'link_unreadable', detail: rest.join(' ') });
      return urls;
    });
  const [website = null, ...others] = addresses('website');
  const urls = [...new Set([...others, ...addresses('links')])].filter((url) => url !== website);
  const left = urls.slice(GROUP_LIMITS.links);
  if (left.length > 0) notes.push({ code: 'links_left', detail: left.join(' ') });
  const links = urls.slice(0, GROUP_LIMITS.links).map((url) => ({ url, label: linkLabel(url) }));
  return {
    website,
    links,
    email: readEmail(all('email'), notes),
    streetAddress: readStreet(all('street_address'), notes),
  };
}

function readEmail(said: Said[], notes: RowNote[]): string | null {
  const values = said
    .flatMap(({ text }) => splitValues(text))
    .flatMap((value) => value.split(/\s+/))
    .map((value) => value.replace(/^(?:mailto:)?<?|[>.,;]+$/gi, ''));
  const readable = (value: string) =>
    value.length <= GROUP_LIMITS.email && groupInput.shape.email.safeParse(value).success;
  const [email = null, ...further] = [...new Set(values.filter(readable))];
  const unreadable = values.filter((value) => value && !readable(value));
  if (further.length > 0) notes.push({ code: 'email_kept_apart', detail: further.join(' ') });
  if (unreadable.length > 0) notes.push({ code: 'email_unreadable', detail: unreadable.join(' ') });
  return email;
}

function readStreet(said: Said[], notes: RowNote[]): string | null {
  const street = said.map(({ text }) => text.replace(/\s*\n\s*/g, ', ')).join(', ');
  if (street.length > GROUP_LIMITS.streetAddress) notes.push({ code: 'cut', detail: `street address: ${street}` });
  return cutText(street, GROUP_LIMITS.streetAddress) || null;
}
