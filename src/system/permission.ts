/**
 * Node.js's permission model: `node --permission` starts a process with a list of what it may do; anything else throws.
 */

interface DeniedError extends Error {
  /** The resource to which access was denied, such as a file. */
  readonly resource?: string;
}

/** Whether an error comes from the permission model of Node.js. */
export function isDenied(error: unknown): error is DeniedError {
  return error instanceof Error && "code" in error && error.code === "ERR_ACCESS_DENIED";
}

/** The reason for a message: the flag that Node.js would need. */
export function deniedReason({ message }: DeniedError): string {
  const flag = /--allow-[\w-]+/.exec(message)?.[0];
  return `Node.js does not permit it${flag === undefined ? "" : ` without ${flag}`}`;
}

/**
 * Whether the process can start threads. In a single executable it can't: the program's modules are in a file system that
 * threads do not see.
 */
export function mayHaveThreads(): boolean {
  return !process.getBuiltinModule("node:sea").isSea() && (process.permission?.has("worker") ?? true);
}
