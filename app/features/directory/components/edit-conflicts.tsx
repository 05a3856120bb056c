import { m } from '~/lib/paraglide/messages.js';
import { RadioGroup } from '~/ui/choice-group';
import { Notice } from '~/ui/notice';
import { type EditConflict, takeControl } from '../edit-form';

/** Both texts of each field that differs, side by side, and which one to keep. Part of the form that is saved again. */
export function EditConflicts({ conflicts }: { conflicts: EditConflict[] }) {
  return (
    <div className="stack-l stack">
      <Notice kind="warning" live title={m.profile_conflict_title()}>
        <p>{conflicts.length > 0 ? m.profile_conflict_text() : m.profile_conflict_none()}</p>
      </Notice>
      {conflicts.map(({ field, label, mine, theirs, chosen }) => (
        <section key={field} aria-label={label} className="edit-conflict">
          <h2>{label}</h2>
          <RadioGroup
            name={takeControl(field)}
            legend={m.profile_conflict_which({ label })}
            legendHidden
            chosen={chosen}
            options={[
              { value: 'mine', label: m.profile_conflict_mine(), hint: <Text text={mine} /> },
              { value: 'theirs', label: m.profile_conflict_theirs(), hint: <Text text={theirs} /> },
            ]}
          />
        </section>
      ))}
    </div>
  );
}

const Text = ({ text }: { text: string }) => (
  <span className="edit-text" dir="auto">
    {text || m.profile_conflict_empty()}
  </span>
);
