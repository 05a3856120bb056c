/** Controls other than tab and line feed, which PostgreSQL (NUL) or a page cannot hold. */
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff]/g;
/** UTF-8 that somebody's program once took for Windows-1252. */
const GARBLED = /[ÃÂ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ]|â€[\u0080-\u00bf™œ˜“”¦]|\ufffd/;
/** The apostrophe that keeps a spreadsheet, and our own export, from making a formula of a text. */
const GUARD = /^'(?='*[=+\-@\t\r])/;
const NOTHING = /^(?:n\.?\s?\/?\s?a\.?|none|null|nil|-+|–|—|\?|ninguno|ninguna)$/i;

/** A cell as it is stored, and whether characters had to go. */
export function cleanCell(raw: string): { text: string; removed: boolean } {
  const unified = raw.replace(/\r\n?/g, '\n');
  const text = unified.replace(CONTROLS, '');
  return { text: text.replace(GUARD, '').trim(), removed: text !== unified };
}

export const saysNothing = (text: string): boolean => text === '' || NOTHING.test(text);

/** Whether a spreadsheet may take the cell for a formula. */
export const isFormula = (text: string): boolean => /^(?:=|[+\-@](?=\S))/.test(text);

/** The beginning of a text, without half a letter at its end. */
export const cutText = (text: string, max: number): string =>
  text.length <= max
    ? text
    : text
        .slice(0, max)
        .replace(/[\ud800-\udbff]$/, '')
        .trimEnd();

/** The first garbled word of a text, if any. */
export const garbledWord = (text: string): string | null =>
  text.split(/\s+/).find((word) => GARBLED.test(word)) ?? null;

/** A flag that is not raised. */
export const isFalse = (text: string): boolean => /^(?:false|no|n|0|falso)$/i.test(text);

const ADDRESS = /(?:https?:\/\/|www\.)(?:(?![;|,]{0,3}(?:\s|$)|[;|,]{1,3}(?:https?:|www\.))\S)*/iy;

/**
 * The values of a cell that holds several, parted by line breaks, semicolons or pipes, or else by commas; what stands in
 * brackets or in a web address is not parted.
 */
export function splitValues(text: string): string[] {
  const strong = partedAt(text, /[\n;|•]/);
  const parts = strong.length > 1 ? strong : partedAt(text, /[,،、]/);
  return parts.map((part) => part.trim()).filter((part) => !saysNothing(part));
}

function partedAt(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let part = '';
  let depth = 0;
  const lastClosing = Math.max(text.lastIndexOf(')'), text.lastIndexOf(']'), text.lastIndexOf('}'));
  for (let at = 0; at < text.length; at += 1) {
    ADDRESS.lastIndex = at;
    const address = /[hw]/i.test(text[at] ?? '') ? ADDRESS.exec(text)?.[0] : undefined;
    const taken = address ?? text[at] ?? '';
    if ('([{'.includes(taken) && at < lastClosing) depth += 1;
    if (')]}'.includes(taken)) depth = Math.max(0, depth - 1);
    if (depth === 0 && !address && separator.test(taken)) {
      parts.push(part);
      part = '';
    } else part += taken;
    at += taken.length - 1;
  }
  return [...parts, part];
}
