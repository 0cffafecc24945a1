/**
 * A file that was to be written, and is not.
 */
export class OutputError extends Error {
  constructor(file: string, reason: string) {
    super(`${file}: ${reason}`);
    this.name = "OutputError";
  }
}
