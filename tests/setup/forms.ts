import { Window } from 'happy-dom';

/** The fields of a page's form as a browser would send them, so that a test changes one and leaves the rest. */
export function formOf(html: string, selector = 'main form[method="post"]'): URLSearchParams {
  const window = new Window({
    settings: { disableJavaScriptEvaluation: true, disableCSSFileLoading: true, disableJavaScriptFileLoading: true },
  });
  window.document.body.innerHTML =
    /<body[^>]*>([\s\S]*)<\/body>/.exec(html)?.[1]?.replaceAll(/<script[\s\S]*?<\/script>/g, '') ?? '';
  const form = window.document.querySelector(selector);
  if (!form) throw new Error(`There is no form ${selector}.`);
  const fields = new URLSearchParams();
  for (const element of form.querySelectorAll('input, textarea, select')) {
    const field = element as unknown as HTMLInputElement;
    if (!field.name || field.disabled || ['submit', 'button', 'file'].includes(field.type)) continue;
    if (['checkbox', 'radio'].includes(field.type) && !field.checked) continue;
    fields.append(field.name, field.value);
  }
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
