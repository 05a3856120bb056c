/** An address as it may be shown to operators: enough to recognise one's own, not enough to write to: `a…@e….org`. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const local = [...address.slice(0, Math.max(at, 0))];
  const host = address.slice(at + 1);
  const dot = host.lastIndexOf('.');
  const ending = dot > 0 ? host.slice(dot) : '';
  return `${local[0] ?? ''}…@${[...host][0] ?? ''}…${ending}`;
}
