const TRICK = /[\\\u0000-\u0020\u007f-\u009f\u2028\u2029]/;
const OURS = 'http://hub.invalid';
const DECODINGS = 4;

/** Whether no decoding of a path, however often it is done, leads to another site. */
function isPlainPath(path: string): boolean {
  let decoded = path;
  for (let round = 0; round < DECODINGS; round++) {
    if (decoded.startsWith('//') || /[\\\u0000-\u001f\u007f-\u009f]/.test(decoded)) return false;
    try {
      const next = decodeURIComponent(decoded);
      if (next === decoded) return true;
      decoded = next;
    } catch {
      // A lone % that came out of a decoding is text; in the address itself it is malformed.
      return round > 0;
    }
  }
  return false;
}

/**
 * A path of this site, with its query and fragment, that is safe to redirect to; anything else becomes `fallback`.
 * Refused: other schemes and hosts, `//`, backslashes, control characters, and what turns into one of them by decoding.
 */
export function safePath(input: unknown, fallback = '/'): string {
  if (typeof input !== 'string' || input.length > 2000 || !input.startsWith('/') || TRICK.test(input)) return fallback;
  let url: URL;
  try {
    url = new URL(input, OURS);
  } catch {
    return fallback;
  }
  const path = url.pathname;
  if (url.origin !== OURS || url.username || !isPlainPath(input.split(/[?#]/)[0] ?? '') || !isPlainPath(path))
    return fallback;
  return path + url.search + url.hash;
}
