import { many, one } from '~/features/directory/edit-form';
import { m } from '~/lib/paraglide/messages.js';
import { TextArea } from '~/ui/text-field';
import type { FieldsProps } from '../../network/components/network-fields';
import type { SetUpPage } from '../set-up-page.server';
import { WordGroup } from './word-group';

type WordFieldsProps = FieldsProps & {
  kind: 'interests' | 'skills';
  groups: SetUpPage['interests'];
  /** Words that are there already; they stay, and nothing is offered to choose from. */
  known: readonly string[];
};

const TITLES = { interests: m.setup_interests, skills: m.setup_skills };
const OWN = {
  interests: { name: 'ownInterests', label: m.setup_own_interests },
  skills: { name: 'ownSkills', label: m.setup_own_skills },
};

/** The words of one vocabulary: starters to choose from, and room for one's own. */
export function WordFields({ kind, groups, known, values, errors }: WordFieldsProps) {
  const own = OWN[kind];
  return (
    <div className="stack">
      <h3>{TITLES[kind]()}</h3>
      {known.length > 0 ? (
        <p>{m.setup_words_known({ words: known.join(', ') })}</p>
      ) : (
        <div className="grid grid-folds">
          {groups.map(({ label, terms }, at) => (
            <WordGroup key={label} id={`${kind}-${at}`} name={kind} chosen={many(values, kind)} {...{ label, terms }} />
          ))}
        </div>
      )}
      <div className="form">
        <TextArea
          name={own.name}
          label={own.label()}
          hint={m.setup_own_hint()}
          error={errors[own.name]}
          defaultValue={one(values, own.name)}
          optional
        />
      </div>
    </div>
  );
}
