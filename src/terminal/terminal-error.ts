/** The terminal refuses to be set, because it is gone or belongs to another process: a program in the background does not have it. */
export class TerminalError extends Error {
  /** `cause` is the system's error. */
  constructor(cause: unknown) {
    const code = cause instanceof Error && "code" in cause ? ` (${String(cause.code)})` : "";
    super(`the terminal can't be used${code}: ibid must run in its foreground`, { cause });
    this.name = "TerminalError";
  }
}
