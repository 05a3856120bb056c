interface Kept {
  revision: number;
  headers: [string, string][];
  /** The body, parted where its nonce stood. */
  parts: string[];
  bytes: number;
}

const MOST_OF_ONE = 512 * 1024;

/** Rendered answers, the least recently used of which go first when there are too many bytes of them. */
export class KeptAnswers {
  readonly #kept = new Map<string, Kept>();
  #bytes = 0;
  #newest = 0;

  constructor(readonly maxBytes = 24 * 1024 * 1024) {}

  /** An answer rendered under exactly this revision; its body with the nonce of the response it goes out with. */
  get(
    key: string,
    revision: number,
  ): { headers: readonly [string, string][]; body: (nonce: string) => string } | undefined {
    if (revision > this.#newest) this.#clear(revision);
    const kept = this.#kept.get(key);
    if (kept?.revision !== revision) return undefined;
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    return { headers: kept.headers, body: (nonce) => kept.parts.join(nonce) };
  }

  /** @param revision read before the rendering began */
  set(key: string, revision: number, headers: [string, string][], body: string, nonce: string): void {
    const bytes = 2 * (body.length + key.length);
    if (revision > this.#newest) this.#clear(revision);
    if (revision < this.#newest || bytes > MOST_OF_ONE) return;
    this.#drop(key);
    this.#kept.set(key, { revision, headers, parts: body.split(nonce), bytes });
    this.#bytes += bytes;
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.maxBytes) break;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    this.#bytes -= this.#kept.get(key)?.bytes ?? 0;
    this.#kept.delete(key);
  }

  #clear(newest: number): void {
    this.#kept.clear();
    this.#bytes = 0;
    this.#newest = newest;
  }
}
