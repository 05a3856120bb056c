import { Link, type LinkProps } from '@remix-run/react';
import type { ButtonHTMLAttributes } from 'react';

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';
type Look = { kind?: ButtonKind; small?: boolean };

export function buttonClass({ kind = 'secondary', small = false }: Look, extra = ''): string {
  return ['btn', kind !== 'secondary' && `btn-${kind}`, small && 'btn-small', extra].filter(Boolean).join(' ');
}

/** A native button; `submit` unless told otherwise. */
export function Button({ kind, small, className, ...rest }: Look & ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button type="submit" {...rest} className={buttonClass({ kind, small }, className)} />;
}

/** A link that looks like a button, for going somewhere; use `Button` for changing something. */
export function ButtonLink({ kind, small, className, ...rest }: Look & LinkProps) {
  return <Link {...rest} className={buttonClass({ kind, small }, className)} />;
}
