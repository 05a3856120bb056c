const paths = {
  info: 'M10 9v5M10 6.2v.1M10 18a8 8 0 1 0 0-16 8 8 0 0 0 0 16z',
  success: 'm6.500 10.200 2.500 2.500 4.700-5M10 18a8 8 0 1 0 0-16 8 8 0 0 0 0 16z',
  warning: 'M10 8v4M10 14.500v.1M10 2.500 18.500 17h-17z',
  error: 'm7.200 7.200 5.600 5.600m0-5.600-5.600 5.600M10 18a8 8 0 1 0 0-16 8 8 0 0 0 0 16z',
  seen: 'M10 2a8 8 0 0 0 0 16z M10 2a8 8 0 0 1 0 16a8 8 0 0 0 0-16',
} as const;

export type IconName = keyof typeof paths;

/** A small line drawing beside words that say the same. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={paths[name]} fill={name === 'seen' ? 'currentColor' : undefined} fillRule="evenodd" />
    </svg>
  );
}
