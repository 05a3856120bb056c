/** A name typed by a person or group: isolated, so that one written right to left leaves the text around it in place. */
export function Name({ children }: { children: string }) {
  return <bdi>{children}</bdi>;
}
