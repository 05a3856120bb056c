/** Two rivers that meet twice: the mark of the hub. Decorative; the network's name stands beside it. */
export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 32 20" width="32" height="20" aria-hidden="true">
      <path className="logo-a" d="M2 4c6 0 8 12 14 12S24 4 30 4" />
      <path className="logo-b" d="M2 16C8 16 10 4 16 4s8 12 14 12" />
    </svg>
  );
}
