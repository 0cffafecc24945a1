/**
 * Errors that are not bugs: names that lead nowhere, files that can't be read.
 */

/** No essay has this name; the message suggests the nearest ones. */
export class NoEssayError extends Error {
  constructor(name: string, message: string, suggestions: readonly string[]) {
    super(
      suggestions.length === 0
        ? `${name}: ${message}`
        : `${name}: ${message}; did you mean ${anyOf(suggestions)}?`,
    );
    this.name = "NoEssayError";
  }
}

/** A file of the library can't be read now. */
export class UnreadableError extends Error {
  readonly reason: string;

  constructor(path: string, reason: string) {
    super(`${path}: ${reason}`);
    this.name = "UnreadableError";
    this.reason = reason;
  }
}

/** A requested folder does not exist. */
export class NoLibraryError extends Error {
  /** The folder and what is wrong with it, without the place that names it. */
  readonly reason: string;

  /** `folder` is the path that the config file gives to the name `path`. */
  constructor(path: string, source: string, folder?: string) {
    const isInput = path === "-" && source === "command line";
    const origin = folder === undefined ? source : "the config file";
    const from = origin === "command line" ? "" : ` (from ${origin})`;
    const missing = folder === undefined ? "" : `: ${folder}`;
    const reason = isInput
      ? "this command does not read standard input: name a folder or a file (ibid show - reads it)"
      : `${path}: no such folder or file${missing}`;
    super(isInput ? reason : reason + from);
    this.name = "NoLibraryError";
    this.reason = reason;
  }
}

/** This Node.js lacks what a search needs. */
export class NoFullTextError extends Error {
  constructor() {
    super(`this needs full-text search, which Node.js has from 22.16 on; this is ${process.versions.node}`);
    this.name = "NoFullTextError";
  }
}

/** The question needs an index, and the library was opened without one. */
export class NoIndexError extends Error {
  constructor() {
    super("the library was opened without an index, and can't be searched");
    this.name = "NoIndexError";
  }
}

function anyOf(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}
