/** Letters that Unicode does not take apart, each before what people without it on the keyboard type. */
const PLAIN = new Map(
  (
    'ß ss,æ ae,œ oe,ø o,ł l,đ d,ð d,þ th,ı i,ħ h,ŧ t,ŋ n,ĸ k,ƒ f,ə e,ɛ e,ɔ o,ɓ b,ɗ d,ɖ d,ƙ k,ɣ g,ɨ i,ʉ u,ƴ y,ʋ v,' +
    'ς σ,ٱ ا,ى ي,ی ي,ک ك,ة ه,ە ه,ہ ه'
  )
    .split(',')
    .map((pair) => pair.split(' ') as [string, string]),
);
const SPECIAL = new RegExp(`[${[...PLAIN.keys()].join('')}]`, 'gu');

/** Accents and points of Latin, Greek, Cyrillic, Arabic and Hebrew. The marks of other scripts are vowels and stay. */
const MARKS = /(?=\p{Mn})(?!\p{scx=Hiragana})[\p{sc=Inherited}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Arabic}\p{sc=Hebrew}]/gu;
const INVISIBLE = /[\p{Cf}\u0640\u02b0-\u02ff]/gu;
const ARABIC_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/gu;
/** An apostrophe with a short tail is inside a word (people's, Hawai'i); before a longer one it parts two (l'alliance). */
const INNER_APOSTROPHE = /([\p{L}\p{N}])['\u2019\u2018`](?=\p{L}{1,2}(?![\p{L}\p{N}\p{M}]))/gu;
const BETWEEN_WORDS = /[^\p{L}\p{N}\p{M}]+/gu;

function decompose(text: string): string {
  return text.normalize('NFKD').toLowerCase().normalize('NFKD').replace(MARKS, '').replace(INVISIBLE, '');
}

/** The form of a text that all search compares: lower case, no accents, single spaces between words. Idempotent. */
export function fold(text: string): string {
  return decompose(text)
    .replace(SPECIAL, (letter) => PLAIN.get(letter) ?? letter)
    .replace(ARABIC_DIGITS, (digit) => String((digit.codePointAt(0) ?? 0) & 15))
    .replace(INNER_APOSTROPHE, '$1')
    .replace(BETWEEN_WORDS, ' ')
    .trim()
    .normalize('NFC');
}

/** The distinct folded words of a text, in the order of their first appearance. */
export function words(text: string): string[] {
  return [...new Set(fold(text).split(' '))].filter(Boolean);
}

/** Letters to insert, drop or replace to turn `a` into `b`; `max + 1` for anything above `max`. */
export function levenshtein(a: string, b: string, max: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > max) return max + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const replaced = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const cost = Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > max) return max + 1;
    previous = current;
  }
  return Math.min(previous[b.length] ?? 0, max + 1);
}
