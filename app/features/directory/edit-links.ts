import type { FormValues } from '~/lib/forms';
import { many } from './edit-form';

interface Link {
  url: string;
  label: string | null;
}

/** Letters outside ASCII take up to nine characters each in an address as it is stored. */
const LONGEST_ADDRESS = 500;

/** Links as the two columns of controls of a form. */
export const linkValues = (links: readonly Link[]): FormValues => ({
  linkUrl: links.map(({ url }) => url),
  linkLabel: links.map(({ label }) => label ?? ''),
});

/** An address as typed; one without a scheme is taken for https. Null if it is none. */
export function webAddress(typed: string): string | null {
  const text = /^[a-z][a-z0-9+.-]*:/i.test(typed) && !/^[\w.-]+:\d+(\/|$)/.test(typed) ? typed : `https://${typed}`;
  try {
    const { protocol, hostname, username, href } = new URL(text);
    return /^https?:$/.test(protocol) && hostname.includes('.') && !username && href.length <= LONGEST_ADDRESS
      ? href
      : null;
  } catch {
    return null;
  }
}

/** The links of a form's rows, empty rows left out; null if an address is none or a row has a name only. */
export function readLinks(urls: readonly string[], labels: readonly string[]): Link[] | null {
  const rows = urls.map((url, at) => ({ url: url.trim(), label: labels[at]?.trim() || null }));
  const links: Link[] = [];
  for (const { url, label } of rows.filter((row) => row.url || row.label)) {
    const address = webAddress(url);
    if (!url || !address) return null;
    links.push({ url: address, label });
  }
  return links;
}

/** Rows a form shows: those filled, and some to write in. */
export function linkRows(values: FormValues, most: number): { url: string; label: string }[] {
  const [urls, labels] = [many(values, 'linkUrl'), many(values, 'linkLabel')];
  const filled = urls.map((url, at) => ({ url, label: labels[at] ?? '' })).filter(({ url, label }) => url || label);
  const empty = Math.max(0, Math.min(2, most - filled.length));
  return [...filled, ...Array.from({ length: empty }, () => ({ url: '', label: '' }))];
}
