import type { Viewer } from '~/auth/viewer';
import { DomainError } from '~/lib/errors';
import { parseForm } from '~/lib/forms';
import { m } from '~/lib/paraglide/messages.js';
import type { Locale } from '~/lib/paraglide/runtime.js';
import { raiseForm } from './concerns.schema';
import { raiseConcern } from './raise.server';

export interface RaiseValues {
  words: string;
  about: string;
  contact: string;
  mayName: boolean;
  only: boolean;
  involved: string[];
}
export type RaiseFault = 'words' | 'words_long' | 'about' | 'contact' | 'nobody' | 'too_many';

export type RaiseSaid =
  | { kind: 'raised'; id: string; to: 'stewards' | 'outside'; follow: boolean }
  | { kind: 'invalid'; wrong: RaiseFault[]; values: RaiseValues; status: 400 | 409 | 429 };

const typed = (form: FormData): RaiseValues => {
  const text = (field: string, most: number) => String(form.get(field) ?? '').slice(0, most);
  return {
    words: text('words', 20_000),
    about: text('about', 600),
    contact: text('contact', 300),
    mayName: form.has('mayName'),
    only: form.has('only'),
    involved: form.getAll('involved').map(String).slice(0, 100),
  };
};

/**
 * Takes the form of a concern; on any fault everything that was typed comes back, and nothing of it is kept.
 * @throws DomainError `invalid` for a form that is none of this page
 */
export async function submitConcern(
  viewer: Viewer,
  form: FormData,
  from: { clientAddress: string; locale: Locale },
): Promise<RaiseSaid> {
  const read = parseForm(raiseForm, form);
  const again = (status: 400 | 409 | 429, ...wrong: RaiseFault[]): RaiseSaid => ({
    ...{ kind: 'invalid', wrong, values: typed(form), status },
  });
  if (!read.ok) {
    const { errors } = read;
    const known = ['words', 'about', 'contact'];
    if (Object.keys(errors).some((field) => !known.includes(field)))
      throw new DomainError('invalid', m.errors_form_unreadable());
    const words = errors.words?.includes('too_long') ? 'words_long' : 'words';
    return again(
      400,
      ...(errors.words ? [words as RaiseFault] : []),
      ...(['about', 'contact'] as const).filter((field) => errors[field]),
    );
  }
  const said = await raiseConcern(viewer, read.data, from);
  if (!('id' in said)) return again(said.kind === 'nobody' ? 409 : 429, said.kind);
  return { ...said, follow: viewer.kind === 'visitor' && read.data.contact !== undefined };
}
