/**
 * Why a call to the operating system failed, for a message.
 */

/** The system's own words without the code and the call: `permission denied`. Any other error gives its message. */
export function systemReason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return /^[A-Z0-9_]+: ([^,]+)/.exec(message)?.[1] ?? message;
}
