const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const startsWord = /^[\p{L}\p{N}]/u;
const cursive = /^[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Mongolian}]/u;

/** A letter that ends where it begins: looking for the end of a grapheme takes many times as long as all the rest. */
const plain = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}](?![\p{M}\u200d])/u;

function first(word: string): string {
  const letter = plain.exec(word)?.[0];
  if (letter) return letter.toUpperCase();
  for (const { segment } of graphemes.segment(word))
    if (startsWord.test(segment)) return segment.toLocaleUpperCase('und');
  return '';
}

/**
 * One or two initials: of the first and the last word of a name. Letters of joining scripts are kept apart, or they would
 * read as a word. A name without letters or digits gives its first grapheme; an empty one gives ''.
 */
export function initials(name: string): string {
  const letters = name.trim().split(/\s+/).map(first).filter(Boolean);
  const head = letters[0];
  const tail = letters.at(-1);
  if (head === undefined || tail === undefined) return [...graphemes.segment(name.trim())][0]?.segment ?? '';
  if (letters.length === 1) return head;
  return cursive.test(head) ? `${head}\u200c${tail}` : `${head}${tail}`;
}
