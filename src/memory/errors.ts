/**
 * Errors of the memory that are not bugs.
 */

/** Another process does not let the memory's file be read. */
export class BusyMemoryError extends Error {
  constructor(file: string | undefined) {
    super(`${file ?? "the memory"}: another program is using it; try again when that has ended`);
    this.name = "BusyMemoryError";
  }
}
