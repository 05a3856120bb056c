import en from './default/en.md?raw';
import es from './default/es.md?raw';
import type { StatementText } from './statement-text.server';

/** The statement that a new network is offered as a draft. */
export const DEFAULT_TEXT: StatementText = {
  title: { en: 'What we stand for together', es: 'Lo que defendemos en común' },
  body: { en, es },
  changes: {},
};
