import type { Localised } from '#db/schema/network';

/** The texts of the join page that operators write, with their longest length in characters. */
export const JOIN_TEXTS = { get: 4_000, give: 4_000, questions: 12_000, mailSubject: 150, mailText: 4_000 } as const;
export type JoinText = keyof typeof JOIN_TEXTS;
export const JOIN_TEXT_NAMES = Object.keys(JOIN_TEXTS) as JoinText[];

export type JoinTexts = Record<JoinText, Localised>;

export interface Question {
  question: string;
  /** Markdown. */
  answer: string;
}

/** Questions with their answers: each begins with a heading of any depth, and what stands before the first is dropped. */
export function questionsOf(markdown: string): Question[] {
  const questions: Question[] = [];
  for (const line of markdown.split('\n')) {
    const heading = /^#{1,6}\s+(.+?)\s*#*$/.exec(line.trim())?.[1];
    const last = questions.at(-1);
    if (heading) questions.push({ question: heading, answer: '' });
    else if (last) last.answer += `${line}\n`;
  }
  return questions.map(({ question, answer }) => ({ question, answer: answer.trim() }));
}

/** A text with the network's name and the address of the join page in the places left for them. */
export const filledIn = (text: string, { network, link }: { network: string; link: string }): string =>
  text.replaceAll('{network}', network).replaceAll('{link}', link);
