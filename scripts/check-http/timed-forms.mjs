import http from 'node:http';
import postgres from 'postgres';
import { databaseUrl } from '../bench/hubs.mjs';
import { compare } from './timing.mjs';

const KNOWN = 20;

/** Sends a form as a page of ours does, from a network of its own so that no limit is met; gives the answer without its nonces. */
function send({ at, origin }, agent, page, fields, number) {
  const body = new URLSearchParams(fields).toString();
  const headers = {
    Origin: origin,
    'Sec-Fetch-Site': 'same-origin',
    'Content-Type': 'application/x-www-form-urlencoded',
    'Content-Length': Buffer.byteLength(body),
    'X-Forwarded-For': `10.${number >> 8}.${number & 255}.${Math.floor(Math.random() * 256)}`,
  };
  return new Promise((resolve, reject) => {
    const request = http.request(at + page, { method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve(`${response.statusCode} ${text.replaceAll(/nonce="[^"]*"/g, '')}`));
      response.on('error', reject);
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** Forms whose answer must not tell whether an address is known: what they send for one. */
const FORMS = [
  {
    name: 'asking to join',
    page: '/join',
    fields: (email) => ({ intent: 'apply', kind: 'person', name: 'Ana', email, why: '', toldBy: '' }),
  },
  { name: 'asking for a sign-in link', page: '/sign-in', fields: (email) => ({ email, to: '' }) },
  { name: 'a wrong code', page: '/sign-in', fields: (email) => ({ intent: 'code', code: 'AAAA-AAAA', email }) },
];

/** Compares the answers for addresses that have an account with those for addresses that have none. */
export async function timingFindings({ at, origin, dataDir, pairs }, say) {
  const sql = postgres(databaseUrl(dataDir), { max: 1 });
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const address = (word) => (number) => `${word}-${(number % KNOWN) + 1}@example.org`;
  try {
    for (const { name, page, fields } of FORMS) {
      const asked = (word) => async (number) => {
        const email = address(word)(number);
        return (await send({ at, origin }, agent, page, fields(email), number)).replaceAll(email, '');
      };
      // As long as the known ones, so that no letter more is written or read.
      const found = await compare(
        { known: asked('populated'), unknown: asked('nowhereto') },
        pairs,
        () => sql`delete from core.rate_limits`,
      );
      const figures = `${found.known.toFixed(2)} ms known, ${found.unknown.toFixed(2)} ms unknown, slower in ${(found.slower * 100).toFixed(0)} of 100`;
      say(`${name}: the same bytes for a known and an unknown address`, found.sameAnswer);
      say(`${name}: the same time (${figures})`, found.sameTime);
    }
  } finally {
    agent.destroy();
    await sql.end();
  }
}
