/**
 * The grade a page would get from the HTTP Observatory of MDN: 100 points, less what is missing, and more for what is
 * better than asked once 90 are reached. The rules and points are those its documentation gives:
 * https://developer.mozilla.org/en-US/observatory/docs/tests_and_scoring. Its test of redirects from HTTP belongs to the
 * proxy in front of the hub and is left out.
 */
const ENOUGH_FOR_BONUS = 90;
const HALF_A_YEAR = 15_768_000;
const GRADES = [
  'F',
  'F',
  'F',
  'F',
  'F',
  'D-',
  'D',
  'D',
  'D+',
  'C-',
  'C',
  'C',
  'C+',
  'B-',
  'B',
  'B',
  'B+',
  'A-',
  'A',
  'A',
];
const PRIVATE_REFERRERS = ['no-referrer', 'same-origin', 'strict-origin', 'strict-origin-when-cross-origin'];

/** A Content-Security-Policy as its directives: name to sources, lower case; the first of a name counts. */
export function directivesOf(policy) {
  const directives = new Map();
  for (const part of (policy ?? '').toLowerCase().split(';')) {
    const [name, ...sources] = part.trim().split(/\s+/);
    if (name && !directives.has(name)) directives.set(name, sources);
  }
  return directives;
}

const narrow = (sources) => sources?.length === 1 && ["'none'", "'self'"].includes(sources[0]);

function contentSecurityPolicy({ headers }) {
  const directives = directivesOf(headers.get('content-security-policy'));
  if (directives.size === 0) return [-25, 'there is no policy'];
  const scripts = directives.get('script-src') ?? directives.get('default-src');
  const styles = directives.get('style-src') ?? directives.get('default-src');
  const objects = directives.get('object-src') ?? directives.get('default-src');
  if (!scripts || !objects) return [-20, 'scripts and objects are not restricted'];
  const guarded = scripts.some((source) => /^'(nonce|sha(256|384|512))-/.test(source));
  const open = (source) => ['data:', 'https:', 'http:', '*'].includes(source);
  if (scripts.some((source) => open(source) || (source === "'unsafe-inline'" && !guarded)) || objects.some(open))
    return [-20, 'scripts may come from anywhere, or stand in the page'];
  if ([...directives.values()].some((sources) => sources.some((source) => source.startsWith('http:'))))
    return [-20, 'it names addresses without HTTPS'];
  if (scripts.includes("'unsafe-eval'")) return [-10, 'scripts may be made from text'];
  if (!styles || styles.some((source) => open(source) || source === "'unsafe-inline'"))
    return [0, 'styles may stand in the page'];
  const whole = directives.get('default-src')?.join() === "'none'" && narrow(directives.get('form-action'));
  return whole ? [10, null] : [5, "default-src is not 'none'"];
}

function cookies({ headers }) {
  const all = headers.getSetCookie();
  if (all.length === 0) return [0, null];
  const has = (cookie, attribute) => new RegExp(`;\\s*${attribute}(;|$)`, 'i').test(cookie);
  const session = (cookie) => /^[^=]*(sess|login)/i.test(cookie);
  if (all.some((cookie) => session(cookie) && !has(cookie, 'secure'))) return [-40, 'a session cookie is not Secure'];
  if (all.some((cookie) => session(cookie) && !has(cookie, 'httponly')))
    return [-30, 'a session cookie is not HttpOnly'];
  if (!all.every((cookie) => has(cookie, 'secure'))) return [-20, 'a cookie is not Secure'];
  return all.every((cookie) => has(cookie, 'samesite=(lax|strict)')) ? [5, null] : [0, 'a cookie has no SameSite'];
}

function transport({ headers }) {
  const seconds = /max-age=(\d+)/.exec(headers.get('strict-transport-security') ?? '')?.[1];
  if (seconds === undefined) return [-20, 'browsers are not asked to keep to HTTPS'];
  return Number(seconds) >= HALF_A_YEAR ? [0, null] : [-10, 'HTTPS is asked for less than half a year'];
}

function scripts({ origin, body }) {
  for (const [, attributes] of body.matchAll(/<script\b([^>]*)>/gi)) {
    const source = /\bsrc="([^"]*)"/i.exec(attributes)?.[1];
    if (source && new URL(source, origin).origin !== origin && !/\bintegrity=/i.test(attributes))
      return [-50, 'a script of another site carries no hash'];
  }
  return [0, null];
}

function frames({ headers }) {
  const ancestors = directivesOf(headers.get('content-security-policy')).get('frame-ancestors');
  if (narrow(ancestors)) return [5, null];
  return headers.get('x-frame-options')
    ? [0, 'frame-ancestors does not say who may frame it']
    : [-20, 'anyone may frame it'];
}

function sharing({ headers }) {
  const allowed = headers.get('access-control-allow-origin');
  return allowed && headers.get('access-control-allow-credentials') === 'true'
    ? [-50, 'other sites may read it with the cookies of its reader']
    : [0, null];
}

const sniffing = ({ headers }) =>
  headers.get('x-content-type-options') === 'nosniff' ? [0, null] : [-5, 'browsers may guess its type'];

const referrer = ({ headers }) =>
  PRIVATE_REFERRERS.includes(headers.get('referrer-policy') ?? '') ? [5, null] : [0, 'its address goes to other sites'];

const ownership = ({ headers }) =>
  ['same-origin', 'same-site'].includes(headers.get('cross-origin-resource-policy') ?? '')
    ? [10, null]
    : [0, 'other sites may embed it'];

const TESTS = [contentSecurityPolicy, cookies, transport, scripts, frames, sharing, sniffing, referrer, ownership];

/**
 * Grades one response, given its origin, its headers (`Headers`) and its body (text): the grade from A+ to F, the score, and
 * what keeps it from being better.
 */
export function grade(response) {
  const found = TESTS.map((test) => test(response));
  const sum = (of) => found.reduce((total, [points]) => total + (of(points) ? points : 0), 0);
  const base = 100 + sum((points) => points < 0);
  const score = Math.max(0, base >= ENOUGH_FOR_BONUS ? base + sum((points) => points > 0) : base);
  return {
    grade: score >= 100 ? 'A+' : GRADES[Math.floor(score / 5)],
    score,
    wanting: found.flatMap(([, why]) => (why ? [why] : [])),
  };
}
