import { GROUP_LIMITS } from '~/features/directory/groups.schema';
import { splitValues } from './cells';

const NETWORKS: Record<string, string> = {
  'facebook.com': 'Facebook',
  'fb.com': 'Facebook',
  'fb.me': 'Facebook',
  'instagram.com': 'Instagram',
  'twitter.com': 'X',
  'x.com': 'X',
  'linkedin.com': 'LinkedIn',
  'youtube.com': 'YouTube',
  'youtu.be': 'YouTube',
  'tiktok.com': 'TikTok',
  'bsky.app': 'Bluesky',
  'threads.net': 'Threads',
  'threads.com': 'Threads',
  't.me': 'Telegram',
  'wa.me': 'WhatsApp',
  'chat.whatsapp.com': 'WhatsApp',
  'medium.com': 'Medium',
  'vimeo.com': 'Vimeo',
  'flickr.com': 'Flickr',
  'mastodon.social': 'Mastodon',
  'linktr.ee': 'Linktree',
  'pinterest.com': 'Pinterest',
  'reddit.com': 'Reddit',
  'discord.gg': 'Discord',
  'patreon.com': 'Patreon',
};

const HANDLES: Record<string, string> = {
  facebook: 'https://www.facebook.com/',
  instagram: 'https://www.instagram.com/',
  twitter: 'https://x.com/',
  x: 'https://x.com/',
  tiktok: 'https://www.tiktok.com/@',
  youtube: 'https://www.youtube.com/@',
  telegram: 'https://t.me/',
  threads: 'https://www.threads.net/@',
};

const FOREIGN_SCHEME = /^(?:[a-z][a-z0-9+.-]*:\/\/|(?:javascript|data|mailto|tel|vbscript|file|blob):)/i;
const BARE_HOST = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}]{2,}(?::\d{2,5})?(?:[/?#]|$)/u;

/** What is longer is no address, and too long to look at closely. */
const LONGEST = 2 * GROUP_LIMITS.website;

/** A web address as it should have been typed: scheme added, brackets and punctuation around it dropped; null if it is none. */
export function normaliseUrl(text: string): string | null {
  if (text.length > LONGEST) return null;
  let address = text
    .trim()
    .replace(/^[<("'[]+/, '')
    .replace(/[>"'\].,;:!]+$/, '');
  if (address.endsWith(')') && !address.includes('(')) address = address.replace(/\)+[.,;:!]*$/, '');
  address = address
    .replace(/^(https?)(?::\/?|;\/\/|\/\/)(?=[^/])/i, '$1://')
    .replace(/^ht?tps?:\/\//i, (scheme) => (/s:/i.test(scheme) ? 'https://' : 'http://'));
  if (!/^https?:\/\//i.test(address)) {
    if (FOREIGN_SCHEME.test(address) || address.includes('@') || !BARE_HOST.test(address)) return null;
    address = `https://${address}`;
  }
  try {
    const url = new URL(address);
    const usable =
      url.hostname.includes('.') && !url.username && !url.password && url.href.length <= GROUP_LIMITS.website;
    return usable ? url.href : null;
  } catch {
    return null;
  }
}

/** Every web address of a cell, and the words that are none. A handle counts where the column is named after a network. */
export function urlsIn(text: string, column = ''): { urls: string[]; rest: string[] } {
  const urls: string[] = [];
  const rest: string[] = [];
  const base = HANDLES[column.trim().toLowerCase()];
  for (const token of splitValues(text).flatMap((value) => value.split(/\s+/))) {
    const handle =
      base && /^@?[\w.]{2,60}$/.test(token) && !BARE_HOST.test(`${token}/`) ? base + token.replace(/^@/, '') : null;
    const url = handle ?? normaliseUrl(token);
    if (url) urls.push(url);
    else if (!/^(?:and|or|y|o|&|\/|-|[\p{L}/]+:)$/iu.test(token)) rest.push(token);
  }
  return { urls: [...new Set(urls)], rest };
}

const hostOf = (url: URL) => url.hostname.toLowerCase().replace(/^(?:www\d?|m|web|en|es|fr|pt)\.(?=[^.]+\.)/, '');
const within = (host: string, of: string) => host === of || host.endsWith(`.${of}`);

/** What a link is called: the social network it leads to, or null. */
export function linkLabel(address: string): string | null {
  const host = hostOf(new URL(address));
  return Object.entries(NETWORKS).find(([network]) => within(host, network))?.[1] ?? null;
}

const SHARED_HOSTS = [
  ...Object.keys(NETWORKS),
  ...'bit.ly tinyurl.com t.co goo.gl ow.ly is.gd buff.ly rebrand.ly lnkd.in beacons.ai campsite.bio'.split(' '),
  ...'sites.google.com docs.google.com drive.google.com forms.gle google.com notion.site actionnetwork.org gofundme.com eventbrite.com meetup.com wikipedia.org archive.org github.com'.split(
    ' ',
  ),
];

/** Pages of a site that stand for the whole of it. */
const FRONT = /^(?:\/(?:[a-z]{2}|index\.\w+|home|inicio|about|about-us|contact|nosotros|quienes-somos))?\/?$/;

export interface SiteKey {
  host: string;
  /** Empty for the front page. */
  path: string;
  /** Many owners share the host, so that only the whole address says whose page it is. */
  shared: boolean;
}

/** By what a website is compared with others; null where it says nothing of its owner, as the front page of a social network. */
export function siteKey(address: string): SiteKey | null {
  const url = new URL(address);
  const host = hostOf(url);
  const shared = SHARED_HOSTS.some((each) => within(host, each));
  const path = url.pathname.toLowerCase();
  if (FRONT.test(path) && !(shared && url.search)) return shared ? null : { host, path: '', shared };
  return { host, path: (shared ? path + url.search : path).replace(/\/+$/, ''), shared };
}

/** Two pages of one site are one owner's if they are the same, or one of them is the front page. */
export const sameSite = (a: SiteKey, b: SiteKey): boolean =>
  a.host === b.host && (a.path === b.path || (!a.shared && (a.path === '' || b.path === '')));
