/**
 * A file's bytes as text: UTF-8, or UTF-16 with a byte-order mark. Nothing is dropped silently.
 */
import type { Problem } from "./essay.ts";

/** A file's text, and what was wrong with its bytes. */
export interface FileText {
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** A file that cannot be read as text. The message continues a sentence that begins with the file's name. */
export class UnfitFileError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "UnfitFileError";
  }
}

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder("utf-8", { ignoreBOM: true });
/** The number of bytes that git examines to distinguish text from binary content. */
const SNIFFED = 8_000;

/**
 * Decodes a file. Bytes that are not UTF-8 become U+FFFD, and a problem names the line of the first. Throws
 * `UnfitFileError`.
 */
export function decodeText(bytes: Uint8Array): FileText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder("utf-16le").decode(bytes), problems: [] };
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: new TextDecoder("utf-16be").decode(bytes), problems: [] };
  if (bytes.subarray(0, SNIFFED).includes(0)) throw new UnfitFileError("not text: it contains NUL bytes");
  try {
    return { text: strict.decode(bytes), problems: [] };
  } catch {
    const text = lenient.decode(bytes);
    return { text, problems: [notUtf8(text)] };
  }
}

function notUtf8(text: string): Problem {
  const before = text.slice(0, text.indexOf("\ufffd"));
  return {
    rule: "encoding",
    severity: "warning",
    message: "contains bytes that are not UTF-8; they are shown as U+FFFD",
    line: before.split("\n").length,
    column: before.length - before.lastIndexOf("\n"),
  };
}
