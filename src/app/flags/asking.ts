/**
 * Flags of `search`.
 */
import { DEFAULTS } from "../defaults.ts";
import type { Flag } from "./flag.ts";

export const asking = {
  allHits: { name: "all", help: "show every essay found, with every passage" },
  count: { name: "count", short: "c", help: "print the number of matching passages in each essay" },
  names: { name: "names", short: "l", help: "print only slugs, one per line" },
  regex: {
    name: "regex",
    short: "e",
    value: "PATTERN",
    completes: "text",
    multiple: true,
    help: "search for a regular expression (repeat to match any of several); words given with it must match too",
  },
  context: {
    name: "context",
    short: "C",
    value: "N",
    completes: "number",
    check: "number",
    least: 0,
    help: "show N paragraphs before and after each passage",
  },
  passages: {
    name: "passages",
    value: "N",
    completes: "number",
    check: "number",
    least: 0,
    help: "show at most N passages of each essay",
    usual: String(DEFAULTS.passages),
  },
} as const satisfies Record<string, Flag>;
