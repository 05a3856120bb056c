import { type ReactNode, useId } from 'react';

type SettingProps = {
  title: string;
  /** What this is, in one sentence. */
  sentence: ReactNode;
  /** Who sees it at the moment. */
  now?: ReactNode;
  /** What happens with it, below the choice. */
  note?: ReactNode;
  /** The control, as a rule a `RadioGroup`. */
  children: ReactNode;
};

/** One thing to decide about; stands in an element with the class `settings`. */
export function Setting({ title, sentence, now, note, children }: SettingProps) {
  const id = useId();
  return (
    <section className="setting" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p>{sentence}</p>
      {now ? <p className="setting-now">{now}</p> : null}
      {children}
      {note ? <p className="hint">{note}</p> : null}
    </section>
  );
}
