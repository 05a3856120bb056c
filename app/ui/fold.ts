/** Lower case without accents, for finding in a list what was typed with or without them. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
