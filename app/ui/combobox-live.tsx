import { useNavigate } from '@remix-run/react';
import { useCombobox } from 'downshift';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { m } from '~/lib/paraglide/messages.js';
import { safePath } from '~/lib/paths';
import type { ComboboxProps } from './combobox';
import { Field, fieldId } from './field';
import { type Suggestion, useSuggestions } from './use-suggestions';

export type ComboboxLiveProps = ComboboxProps & { param: string; initialText: string; initialFocus: boolean };

/** The suggesting half of `Combobox`, loaded after the page is there. */
export function ComboboxLive(props: ComboboxLiveProps) {
  const { url, param, valueName, defaultPicked, defaultValue, initialText, initialFocus, ...rest } = props;
  const { id: given, name, label, hint, error, optional, ...control } = rest;
  const id = given ?? fieldId(name);
  const listId = useId();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [picked, setPicked] = useState(defaultPicked && initialText === defaultValue ? defaultPicked : '');
  const [typed, setTyped] = useState('');
  const found = useSuggestions(url, param, typed);
  const items = found ?? [];

  const box = useCombobox<Suggestion>({
    items,
    inputId: id,
    menuId: `${listId}list`,
    labelId: `${listId}label`,
    getItemId: (index) => `${listId}item-${index}`,
    initialInputValue: initialText,
    itemToString: (item) => item?.label ?? '',
    onInputValueChange({ inputValue, type }) {
      if (type !== useCombobox.stateChangeTypes.InputChange) return;
      setTyped(inputValue);
      setPicked('');
    },
    onSelectedItemChange({ selectedItem }) {
      setPicked(selectedItem?.value ?? '');
      setTyped('');
      const path = safePath(selectedItem?.href, '');
      if (path) navigate(path);
    },
    // Leaving the field or the list keeps what was typed: only Enter or a click chooses.
    stateReducer: (state, { type, changes }) =>
      type === useCombobox.stateChangeTypes.InputBlur || type === useCombobox.stateChangeTypes.InputKeyDownEscape
        ? { ...changes, inputValue: state.inputValue, selectedItem: state.selectedItem }
        : changes,
  });

  const { setInputValue } = box;
  const lastDefault = useRef(defaultValue);
  useEffect(() => {
    if (lastDefault.current === defaultValue) return;
    lastDefault.current = defaultValue;
    setInputValue(defaultValue ?? '');
    setPicked(defaultPicked ?? '');
    setTyped('');
  }, [defaultValue, defaultPicked, setInputValue]);
  useEffect(() => {
    if (initialFocus) input.current?.focus();
  }, [initialFocus]);

  // With no suggestion marked, Enter belongs to the form.
  function submitWhatIsTyped(
    event: KeyboardEvent<HTMLInputElement> & { nativeEvent: { preventDownshiftDefault?: boolean } },
  ) {
    if (event.key !== 'Enter' || box.highlightedIndex >= 0) return;
    event.nativeEvent.preventDownshiftDefault = true;
    box.closeMenu();
  }
  const open = box.isOpen && items.length > 0;
  const inputProps = {
    ...box.getInputProps({ ref: input, dir: 'auto', autoComplete: 'off', onKeyDown: submitWhatIsTyped }),
    'aria-labelledby': undefined,
    'aria-expanded': open,
  };
  return (
    <Field {...{ id, name, label, hint, error, optional }}>
      {(aria) => (
        <div className="combobox">
          <input {...control} {...inputProps} {...aria} className="input" />
          <ul {...box.getMenuProps({ hidden: !open, 'aria-label': m.shell_suggestions() })} className="combobox-list">
            {open
              ? items.map((item, index) => (
                  <li key={`${item.label} ${item.detail}`} {...box.getItemProps({ item, index })}>
                    <bdi>{item.label}</bdi>
                    {item.detail ? <small>{item.detail}</small> : null}
                  </li>
                ))
              : null}
          </ul>
          <span className="sr-only" aria-live="polite">
            {box.isOpen && found ? announcement(items.length) : ''}
          </span>
          {valueName && picked ? <input type="hidden" name={valueName} value={picked} form={control.form} /> : null}
        </div>
      )}
    </Field>
  );
}

const announcement = (count: number): string =>
  count > 0 ? m.shell_suggestions_count({ count }) : m.shell_suggestions_none();
