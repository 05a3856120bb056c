/** Hills, and two rivers that cross below them. Decorative. */
export function RiverDrawing() {
  return (
    <svg className="drawing" viewBox="0 0 144 76" aria-hidden="true">
      <path className="hill" d="M8 42C26 12 44 12 58 36M50 26c12-24 36-26 50 4M93 20c14-8 28 0 40 20" />
      <path className="logo-a" d="M4 52c16 0 18 18 34 18s18-18 34-18 18 18 34 18 18-18 34-18" />
      <path className="logo-b" d="M4 70c16 0 18-18 34-18s18 18 34 18 18-18 34-18 18 18 34 18" />
    </svg>
  );
}
