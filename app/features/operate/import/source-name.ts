/** What the rows of a file are said to come from: what was asked for, else the name of the file. */
export const sourceName = (fileName: string, asked?: string): string =>
  (
    asked?.trim() ||
    fileName
      .replace(/\.[a-z]{2,4}$/i, '')
      .replace(/[-_\s]+/g, ' ')
      .trim() ||
    'import'
  ).slice(0, 200);
