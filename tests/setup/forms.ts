import { Window } from 'happy-dom';

const bodyOf = (html: string): string =>
  /<body[^>]*>([\s\S]*)<\/body>/.exec(html)?.[1]?.replaceAll(/<script[\s\S]*?<\/script>/g, '') ?? '';

function fieldsIn(form: HTMLFormElement): URLSearchParams {
  const fields = new URLSearchParams();
  for (const element of form.querySelectorAll('input, textarea, select')) {
    const field = element as HTMLInputElement;
    if (!field.name || field.disabled || ['submit', 'button', 'file'].includes(field.type)) continue;
    if (['checkbox', 'radio'].includes(field.type) && !field.checked) continue;
    fields.append(field.name, field.value);
  }
  return fields;
}

/** The fields of a page's form as a browser would send them, so that a test changes one and leaves the rest. */
export function formOf(html: string, selector = 'main form[method="post"]'): URLSearchParams {
  const window = new Window({
    settings: { disableJavaScriptEvaluation: true, disableCSSFileLoading: true, disableJavaScriptFileLoading: true },
  });
  window.document.body.innerHTML = bodyOf(html);
  const form = window.document.querySelector(selector);
  if (!form) throw new Error(`There is no form ${selector}.`);
  const fields = fieldsIn(form as unknown as HTMLFormElement);
  window.close();
  return fields;
}

/** Posts a form as a page of the hub does. */
export const postForm = (
  origin: string,
  path: string,
  fields: URLSearchParams,
  cookie: string | null,
): Promise<Response> =>
  fetch(origin + path, {
    method: 'POST',
    body: fields,
    redirect: 'manual',
    headers: { origin, 'sec-fetch-site': 'same-origin', ...(cookie && { cookie }) },
  });

export interface FoundForm {
  /** Where it posts to, as its page wrote it. */
  action: string;
  fields: URLSearchParams;
}

/** Every form of a page that changes something, once for each of its buttons: all that a browser could send from it. */
export function formsOf(html: string, page: string): FoundForm[] {
  const window = new Window({
    settings: { disableJavaScriptEvaluation: true, disableCSSFileLoading: true, disableJavaScriptFileLoading: true },
  });
  window.document.body.innerHTML = bodyOf(html);
  const found = [...window.document.querySelectorAll('form[method="post"]')].flatMap((form) => {
    const fields = fieldsIn(form as unknown as HTMLFormElement);
    const buttons = [...form.querySelectorAll('button[name]')] as unknown as HTMLButtonElement[];
    const sent = buttons.length > 0 ? buttons.map(({ name, value }) => [[name, value]]) : [[]];
    const action = form.getAttribute('action') || page;
    return sent.map((pressed) => ({ action, fields: new URLSearchParams([...fields, ...pressed] as string[][]) }));
  });
  window.close();
  return found;
}
