/**
 * Whether a value of JSON, YAML or TOML is a map of keys, not a list or a single value.
 */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
