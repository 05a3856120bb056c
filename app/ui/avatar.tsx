import { initials } from './initials';

/** Initials in a circle. Decorative: the name always stands beside it. */
export function Avatar({ name, large = false }: { name: string; large?: boolean }) {
  return (
    <span className={large ? 'avatar avatar-large' : 'avatar'} aria-hidden="true">
      {initials(name)}
    </span>
  );
}
