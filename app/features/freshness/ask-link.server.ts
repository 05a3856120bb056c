import { lookup as dnsLookup } from 'node:dns/promises';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import { env } from '~/lib/env.server';
import { askableUrl, isPublicAddress } from './public-address';

/** `ours`: it is our own line that does not work, which says nothing of the link. */
export type LinkAnswer = 'answered' | 'failed' | 'refused' | 'ours';

/** Where names become addresses and addresses connections: the network's edge. */
export interface Network {
  resolve(host: string): Promise<string[]>;
  /** The address and port to connect to for one that was found public. */
  route?(address: string, port: number): { host: string; port: number };
}

export const INTERNET: Network = {
  resolve: async (host) => (await dnsLookup(host, { all: true })).map(({ address }) => address),
};

const PATIENCE = 15_000;
const MOST_REDIRECTS = 5;
/** Codes that speak of our line: no name server reached, no way out. */
const OUR_LINE = new Set(['EAI_AGAIN', 'ENETUNREACH', 'ENETDOWN', 'EHOSTUNREACH', 'EACCES']);

class Refused extends Error {}

/** Addresses of a host, all of them public. @throws Refused where one is not, so that no answer leads inside */
async function publicAddressOf(url: URL, network: Network): Promise<string> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) ? [host] : await network.resolve(host);
  if (!addresses[0]) throw Object.assign(new Error('no address'), { code: 'ENOTFOUND' });
  if (!addresses.every(isPublicAddress)) throw new Refused();
  return addresses[0];
}

/** One request to the very address that was looked at: asking the name again could give another. The body is not read. */
async function ask(url: URL, method: 'HEAD' | 'GET', network: Network): Promise<{ status: number; location?: string }> {
  const address = await publicAddressOf(url, network);
  const secure = url.protocol === 'https:';
  const port = Number(url.port) || (secure ? 443 : 80);
  const to = network.route?.(address, port) ?? { host: address, port };
  return new Promise((resolve, reject) => {
    const name = url.hostname.replace(/^\[|\]$/g, '');
    const req = (secure ? httpsRequest : httpRequest)({
      ...to,
      method,
      path: url.pathname + url.search,
      headers: { Host: url.host, 'User-Agent': `Commonweave link check (+${env().origin})`, Accept: '*/*' },
      agent: false,
      timeout: PATIENCE,
      ...(secure && !isIP(name) ? { servername: name } : {}),
    });
    const late = setTimeout(() => req.destroy(new Error('late')), PATIENCE);
    req.once('timeout', () => req.destroy(new Error('late')));
    req.once('error', reject);
    req.once('close', () => clearTimeout(late));
    req.once('response', (response) => {
      resolve({ status: response.statusCode ?? 0, location: response.headers.location });
      response.destroy();
      req.destroy();
    });
    req.end();
  });
}

/** A page that is not for us, or asks for patience, is there all the same. */
const isThere = (status: number) => status < 400 || [401, 402, 403, 405, 406, 407, 409, 429, 451].includes(status);

/** Asks politely whether a link still answers: for the head alone, and for the page only where that did not work. */
export async function askLink(link: string, network: Network = INTERNET): Promise<LinkAnswer> {
  let answer: LinkAnswer = 'failed';
  for (const method of ['HEAD', 'GET'] as const) {
    try {
      if (await follow(link, method, network)) return 'answered';
    } catch (error) {
      if (error instanceof Refused) return 'refused';
      answer = OUR_LINE.has((error as NodeJS.ErrnoException).code ?? '') ? 'ours' : 'failed';
    }
  }
  return answer;
}

/** Every step of a redirect is looked at like the first. */
async function follow(link: string, method: 'HEAD' | 'GET', network: Network): Promise<boolean> {
  let url = askableUrl(link);
  for (let step = 0; step <= MOST_REDIRECTS; step += 1) {
    if (!url) throw new Refused();
    const { status, location } = await ask(url, method, network);
    if (status < 300 || status >= 400 || !location) return isThere(status);
    url = URL.canParse(location, url) ? askableUrl(new URL(location, url).href) : null;
  }
  return false;
}
