import { useLocation } from '@remix-run/react';
import { type RefObject, useEffect, useRef } from 'react';

/** Puts every control back to what the page says, but the one that is being used. */
export function showDefaults(form: HTMLFormElement): void {
  for (const control of form.elements) {
    if (control === document.activeElement || !(control instanceof HTMLInputElement)) continue;
    if (control.type === 'checkbox' || control.type === 'radio') control.checked = control.defaultChecked;
    else if (control.type !== 'hidden') control.value = control.defaultValue;
  }
}

/**
 * For a search form whose query lives in the address: after a navigation in the browser (back, a link that starts again)
 * its uncontrolled inputs show what the new address asks for.
 */
export function useFormFollowsAddress(): RefObject<HTMLFormElement> {
  const form = useRef<HTMLFormElement>(null);
  const { search } = useLocation();
  const shown = useRef(search);
  useEffect(() => {
    if (shown.current === search) return;
    shown.current = search;
    if (form.current) showDefaults(form.current);
  }, [search]);
  return form;
}
