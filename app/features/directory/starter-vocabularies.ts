import rows from './starter-vocabularies.txt?raw';

export interface StarterTerm {
  slug: string;
  labels: { en: string; es: string };
}

export interface StarterVocabularies {
  interests: StarterTerm[];
  skills: StarterTerm[];
  /** BCP 47 code and the language's own name for itself. */
  languages: { code: string; name: string }[];
}

/** The rows under one heading, split at the bars. */
function section(heading: string): string[][] {
  const [, body = ''] = rows.split(`# ${heading}\n`);
  const [lines = ''] = body.split('\n# ');
  return lines.split('\n').flatMap((line) => (line ? [line.split('|').map((cell) => cell.trim())] : []));
}

const terms = (heading: string): StarterTerm[] =>
  section(heading).map(([slug = '', en = '', es = '']) => ({ slug, labels: { en, es } }));

/** The vocabularies a network begins with; operators change them later. */
export const STARTER_VOCABULARIES: StarterVocabularies = {
  interests: terms('interests'),
  skills: terms('skills'),
  languages: section('languages').map(([code = '', name = '']) => ({ code, name })),
};
