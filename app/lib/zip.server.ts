import { strToU8, Zip, ZipDeflate } from 'fflate';

/** A file within an archive, made of texts one after the other. */
export interface ZipEntry {
  name: string;
  parts: Iterable<string>;
}

/** An archive of these files, in pieces as they are made: no more than a piece of a file is held at a time. */
export function* zipped(entries: Iterable<ZipEntry>, now = new Date()): Generator<Uint8Array> {
  let made: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    made.push(piece);
  });
  const taken = function* () {
    yield* made;
    made = [];
  };
  for (const { name, parts } of entries) {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = now;
    zip.add(file);
    for (const part of parts) {
      file.push(strToU8(part));
      yield* taken();
    }
    file.push(new Uint8Array(0), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}
