/**
 * The error for an output file that can't be written.
 */
export class OutputError extends Error {
  constructor(file: string, reason: string) {
    super(`${file}: ${reason}`);
    this.name = "OutputError";
  }
}
