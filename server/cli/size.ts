/** A size for a person. */
export function sizeText(bytes: number): string {
  return `${(bytes / 1_048_576).toFixed(1)} MiB`;
}
