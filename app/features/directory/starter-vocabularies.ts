import rows from './starter-vocabularies.txt?raw';

type Both = { en: string; es: string };

export interface StarterTerm {
  slug: string;
  labels: Both;
  /** The heading it stands under where a network chooses its words. */
  group: Both;
  /** Whether most networks have a use for it: it stands chosen at first. */
  usual: boolean;
}

export interface StarterVocabularies {
  interests: StarterTerm[];
  skills: StarterTerm[];
  /** BCP 47 code and the language's own name for itself. */
  languages: { code: string; name: string }[];
}

/** The lines under one heading, split at the bars. */
function section(heading: string): string[][] {
  const [, body = ''] = rows.split(`# ${heading}\n`);
  const [lines = ''] = body.split('\n# ');
  return lines.split('\n').flatMap((line) => (line ? [line.split('|').map((cell) => cell.trim())] : []));
}

/** Terms are `slug | English | Spanish`, with a star behind the usual ones; `## English | Spanish` heads those below it. */
function terms(heading: string): StarterTerm[] {
  let group: Both = { en: '', es: '' };
  return section(heading).flatMap(([first = '', second = '', third = '', star = '']) => {
    if (!first.startsWith('## '))
      return [{ slug: first, labels: { en: second, es: third }, group, usual: star === '*' }];
    group = { en: first.slice(3), es: second };
    return [];
  });
}

/** The vocabularies a network begins with; operators change them later. */
export const STARTER_VOCABULARIES: StarterVocabularies = {
  interests: terms('interests'),
  skills: terms('skills'),
  languages: section('languages').map(([code = '', name = '']) => ({ code, name })),
};
