import { micromark } from 'micromark';
import type { Viewer } from '~/auth/viewer';
import { readNetwork } from '~/features/directory/network.server';
import { env } from '~/lib/env.server';
import { inLanguage } from '~/lib/localised';
import { canSendMail } from '~/lib/mail/deliver.server';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { filledIn, type JoinText, questionsOf } from './join-texts';
import { readJoining, textsOf } from './stored.server';

/** What the join page says, in the reader's language where the operators wrote in it. HTML in a text is shown as text. */
export async function joinPage(viewer: Viewer, locale: Locale) {
  const [{ name: network, purpose }, { texts, welcome }] = await Promise.all([
    readNetwork(viewer, locale),
    readJoining(viewer),
  ]);
  const all = textsOf(texts);
  const words = (name: JoinText) => inLanguage(all[name], locale);
  const filled = (name: JoinText) => filledIn(words(name).text, { network, link: `${env().origin}/join` });
  const prose = (name: JoinText) => ({ html: micromark(filled(name)), language: words(name).language });
  return {
    network,
    purpose,
    welcome,
    get: prose('get'),
    give: prose('give'),
    questions: {
      language: words('questions').language,
      list: questionsOf(filled('questions')).map(({ question, answer }) => ({ question, html: micromark(answer) })),
    },
    mail: { subject: filled('mailSubject'), text: filled('mailText'), language: words('mailText').language },
    sendsMail: canSendMail(),
  };
}
export type JoinPage = Awaited<ReturnType<typeof joinPage>>;
