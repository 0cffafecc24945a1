/**
 * A number with what is counted, whose plural ends with s: `1 essay`, `2 essays`.
 */
export function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
