/**
 * Node.js's permission model: what a process may do is told at its start (`node --permission`), and all else throws.
 */

interface DeniedError extends Error {
  /** What it was about, such as a file. */
  readonly resource?: string;
}

export function isDenied(error: unknown): error is DeniedError {
  return error instanceof Error && "code" in error && error.code === "ERR_ACCESS_DENIED";
}

/** What Node.js would have to be told. */
export function deniedReason({ message }: DeniedError): string {
  const flag = /--allow-[\w-]+/.exec(message)?.[0];
  return `Node.js does not permit it${flag === undefined ? "" : ` without ${flag}`}`;
}

/** Whether threads may be started. */
export function mayHaveThreads(): boolean {
  return process.permission?.has("worker") ?? true;
}
