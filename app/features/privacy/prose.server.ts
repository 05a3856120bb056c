import { micromark } from 'micromark';
import type { Locale } from '~/lib/paraglide/runtime.js';
import type { CompiledPolicy } from '~/sharing/compile-policy.server';
import { retentionPhrase, shareSentences } from './terms.server';

/**
 * The policy's text as HTML, with every placeholder replaced by what the compiled categories say. In English where the
 * document does not speak the reader's language. HTML in the document is shown as text.
 */
export function policyProse(policy: CompiledPolicy, locale: Locale): { html: string; language: string } {
  const language = policy.prose[locale] ? locale : 'en';
  const text = (policy.prose[language] ?? '').replace(/\{\{(share|retention):([^}]*)\}\}/g, (whole, kind, name) => {
    const category = policy.category(name);
    if (!category) return whole;
    return kind === 'share' ? shareSentences(category, language) : retentionPhrase(category.retention, language);
  });
  return { html: micromark(text), language };
}
