/**
 * What a form or a mail program asks the page to end. A mail program sends `List-Unsubscribe=One-Click` and perhaps
 * more, and has to be obeyed whatever it sends.
 */
export const scopeOf = (form: FormData): 'this' | 'all' => (form.get('scope') === 'all' ? 'all' : 'this');
