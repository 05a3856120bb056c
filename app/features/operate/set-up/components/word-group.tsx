import { type FormEvent, useState } from 'react';
import { m } from '~/lib/paraglide/messages.js';
import { CheckboxGroup } from '~/ui/choice-group';
import { formatNumber } from '~/ui/format';
import { useLocale } from '~/ui/locale';
import { useHydrated } from '~/ui/use-hydrated';

type WordGroupProps = {
  id: string;
  name: 'interests' | 'skills';
  label: string;
  terms: { value: string; label: string }[];
  chosen: readonly string[];
};

/** Starters of one kind, folded away. How many are chosen stands there once a script keeps count; before, how many there are. */
export function WordGroup({ id, name, label, terms, chosen }: WordGroupProps) {
  const locale = useLocale();
  const hydrated = useHydrated();
  const [count, setCount] = useState(() => terms.filter(({ value }) => chosen.includes(value)).length);
  const recount = ({ currentTarget }: FormEvent<HTMLElement>) =>
    setCount(currentTarget.querySelectorAll(':checked').length);
  const [some, all] = [count, terms.length].map((number) => formatNumber(number, locale)) as [string, string];
  return (
    <details className="picker" onChange={recount}>
      <summary>
        <span className="picker-words">
          <span className="label">{label}</span>{' '}
          <small className="soft nowrap">
            {hydrated ? m.setup_words_chosen({ some, all }) : m.setup_words_offered({ count: all })}
          </small>
        </span>
      </summary>
      <div className="picker-body">
        <CheckboxGroup id={id} name={name} legend={label} legendHidden options={terms} chosen={chosen} />
      </div>
    </details>
  );
}
