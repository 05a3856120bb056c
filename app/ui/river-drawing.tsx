/** Two rivers on their way to each other, between hills. Decorative. */
export function RiverDrawing() {
  return (
    <svg viewBox="0 0 144 76" aria-hidden="true">
      <path className="hill" d="M3 40C20 14 38 12 52 34c10-20 32-28 46-4 8-10 26-10 43 10" />
      <path className="logo-a" d="M50 38c-8 10 26 10 18 20-5 6-14 8-16 15" />
      <path className="logo-b" d="M97 36c8 11-28 11-18 22 5 6 15 8 17 15" />
    </svg>
  );
}
