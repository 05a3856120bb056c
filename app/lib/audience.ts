/** The chain of audiences, narrow to wide. Whoever belongs to one also reads what every wider one reads. */
export const AUDIENCES = ['self', 'steward', 'weaver', 'member', 'public'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Audiences that read other people's data, each through a database role of its own. */
export const READER_AUDIENCES = ['public', 'member', 'weaver', 'steward'] as const;
export type ReaderAudience = (typeof READER_AUDIENCES)[number];

export const isAudience = (value: unknown): value is Audience => AUDIENCES.includes(value as Audience);

const width = (audience: Audience) => AUDIENCES.indexOf(audience);

/** True if what is shared with `shared` may be seen by `reader`; nobody of a name that is not in the chain sees anything. */
export const reaches = (shared: Audience, reader: Audience): boolean =>
  isAudience(reader) && width(shared) >= width(reader);

export const narrower = (a: Audience, b: Audience): Audience => (width(a) <= width(b) ? a : b);

/** Audiences from `self` up to and including `ceiling`. */
export const upTo = (ceiling: Audience): Audience[] => AUDIENCES.slice(0, width(ceiling) + 1);
