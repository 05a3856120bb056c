/** Two rivers that have not met yet, between hills. Decorative. */
export function RiverDrawing() {
  return (
    <svg viewBox="0 0 144 72" aria-hidden="true">
      <path className="hill" d="M4 50c14-22 26-30 38-16 8-16 22-30 38-8 8-10 20-10 30 6 8 12 16 18 30 18" />
      <path className="logo-a" d="M52 42c-10 6 8 8-2 14s-30 4-36 12" />
      <path className="logo-b" d="M92 40c12 6-8 10 6 15s28 5 34 12" />
    </svg>
  );
}
