import { BlockList, isIP } from 'node:net';

const REFUSED_V4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];
/** Of version 6 only what is routed in public counts, without the parts that carry a version 4 address or are for examples. */
const PUBLIC_V6 = ['2000::/3'];
const REFUSED_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

function list(networks: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const blocks = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    blocks.addSubnet(address, Number(bits), family);
  }
  return blocks;
}

const refusedV4 = list(REFUSED_V4, 'ipv4');
const publicV6 = list(PUBLIC_V6, 'ipv6');
const refusedV6 = list(REFUSED_V6, 'ipv6');

/**
 * Whether an address belongs to the public internet: not to this machine, its network, a cloud's metadata service or a
 * range for special use. What is no address is not public.
 */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !refusedV4.check(address, 'ipv4');
  return family === 6 && publicV6.check(address, 'ipv6') && !refusedV6.check(address, 'ipv6');
}

/** A link that may be asked at all: a web address on its usual port, with a name and without a password in it. */
export function askableUrl(text: string): URL | null {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return null;
  }
  const usual = url.port === '' || url.port === '80' || url.port === '443';
  return /^https?:$/.test(url.protocol) && usual && !url.username && !url.password ? url : null;
}
