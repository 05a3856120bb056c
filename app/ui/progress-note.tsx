/** Long work: a bar with words. Without `value` it is under way and nobody knows how long. */
export function ProgressNote({ label, value, max = 100 }: { label: string; value?: number; max?: number }) {
  return (
    <div className="progress">
      <progress value={value} max={max} aria-label={label} />
      <span>{label}</span>
    </div>
  );
}
