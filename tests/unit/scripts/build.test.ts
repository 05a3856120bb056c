import { describe, expect, it } from 'vitest';
import { reasonIn } from '../../../scripts/lib/build.mjs';

const ASSETS = '.cache/build/client/assets/shell_error_home-QR5Xf3_b.js    0.18 kB │ gzip: 0.17 kB';

describe('reasonIn', () => {
  it.each([
    ['a heap that is full', `${ASSETS}\nFATAL ERROR: Reached heap limit - JavaScript heap out of memory`, /memory/],
    ['an end by the system', `${ASSETS}\nended by SIGKILL`, /memory/],
    ['a fault in the sources', `${ASSETS}\nerror during build:\nno such module ~/x`, /^error during build: no such/],
  ])('names %s in the output of a build', (_, output, said) => expect(reasonIn(output)).toMatch(said));
});
