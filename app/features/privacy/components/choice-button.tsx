import type { Audience } from '~/lib/audience';
import { m } from '~/lib/paraglide/messages.js';
import type { ChoiceView } from '../choices.server';

type ChoiceButtonProps = { choice: ChoiceView; audience: Audience; words: string };

/** The sentence that holds from one press of it on. Back to oneself is taken however old the page is. */
export function ChoiceButton({ choice: { name, saved, chosen }, audience, words }: ChoiceButtonProps) {
  const now = saved !== null && audience === chosen;
  const proposed = saved === null && audience === chosen;
  const sends =
    audience === 'self' && saved !== null && saved !== 'self'
      ? { name: 'stop', value: name }
      : { name: 'pick', value: `${name}:${audience}` };
  return (
    <button type="submit" className="share-option" aria-pressed={now} {...sends}>
      <span>{words}</span>
      {now || proposed ? (
        <span className="share-mark">{now ? m.choices_now_mark() : m.choices_proposed_mark()}</span>
      ) : null}
    </button>
  );
}
