/**
 * Flags of `search`.
 */
import type { Flag } from "./flag.ts";

export const asking = {
  allHits: { name: "all", help: "every essay that is found, with every passage" },
  count: { name: "count", short: "c", help: "the number of passages of each essay instead of the passages" },
  names: { name: "names", short: "l", help: "the slugs only, a line each" },
  regex: {
    name: "regex",
    short: "e",
    value: "PATTERN",
    completes: "text",
    multiple: true,
    help: "search for a regular expression (repeat for any of several); words besides it must be there, too",
  },
  context: {
    name: "context",
    short: "C",
    value: "N",
    completes: "number",
    check: "number",
    least: 0,
    help: "N paragraphs before and after each passage",
  },
  passages: {
    name: "passages",
    value: "N",
    completes: "number",
    check: "number",
    least: 0,
    help: "at most N passages of an essay (the default is 3)",
  },
} as const satisfies Record<string, Flag>;
