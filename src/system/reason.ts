/**
 * The reason for a failure, in words for a message.
 */

import { deniedReason, isDenied } from "./permission.ts";
import { messageOf } from "../text/message-of.ts";

/** Why a file or folder can't be read, and if possible how to make it readable. */
export function readingReason(error: unknown, what: "file" | "folder"): string {
  const reason = systemReason(error);
  const isRefused = error instanceof Error && "code" in error && error.code === "EACCES";
  if (!isRefused || process.platform === "win32") return reason;
  return `${reason} (chmod ${what === "folder" ? "u+rx" : "u+r"} allows it)`;
}

/** The system's words without code and call: `permission denied`. For any other error, its message. */
export function systemReason(error: unknown): string {
  if (isDenied(error)) return deniedReason(error);
  const message = messageOf(error);
  // Node.js writes `CODE: words, call 'path'`, and sometimes `CODE, Words 'path'`.
  const words = /^[A-Z0-9_]+(?:: |, )([^,:']+)/.exec(message)?.[1]?.trim();
  return words === undefined ? message : words.charAt(0).toLowerCase() + words.slice(1);
}
