import { m } from '~/lib/paraglide/messages.js';
import { ButtonLink } from './button';
import { RiverDrawing } from './river-drawing';

const words: Record<number, () => { title: string; text: string }> = {
  400: () => ({ title: m.shell_error_400_title(), text: m.shell_error_400_text() }),
  403: () => ({ title: m.shell_error_403_title(), text: m.shell_error_403_text() }),
  404: () => ({ title: m.shell_error_404_title(), text: m.shell_error_404_text() }),
  409: () => ({ title: m.shell_error_409_title(), text: m.shell_error_409_text() }),
  413: () => ({ title: m.shell_error_413_title(), text: m.shell_error_413_text() }),
  429: () => ({ title: m.shell_error_429_title(), text: m.shell_error_429_text() }),
  500: () => ({ title: m.shell_error_500_title(), text: m.shell_error_500_text() }),
};

/** The words for an HTTP status; an unknown one speaks like 400 or 500. */
export function errorWords(status: number): { title: string; text: string } {
  const known = words[status] ?? words[status >= 400 && status < 500 ? 400 : 500];
  return known ? known() : { title: '', text: '' };
}

/** What went wrong, in plain words, with a way on. `message` replaces the text: a domain error's safe message. */
export function ErrorPage({ status, message }: { status: number; message?: string }) {
  const { title, text } = errorWords(status);
  return (
    <div className="error-page">
      <RiverDrawing />
      <h1>{title}</h1>
      <p className="lede">{message ?? text}</p>
      <div className="row">
        <ButtonLink to="/" kind="primary">
          {m.shell_error_home()}
        </ButtonLink>
        <ButtonLink to="/people">{m.shell_error_people()}</ButtonLink>
      </div>
    </div>
  );
}
