/**
 * Flags of `check`.
 */
import { DEFAULTS } from "../defaults.ts";
import type { Flag } from "./flag.ts";

export const checking = {
  severity: {
    name: "severity",
    value: "LEVEL",
    values: ["warning", "error"],
    help: "show findings of this severity and above",
    usual: DEFAULTS.severity,
  },
  maxWarnings: {
    name: "max-warnings",
    value: "N",
    completes: "number",
    check: "number",
    least: 0,
    help: "also exit with 1 if there are more than N warnings",
  },
  rule: {
    name: "rule",
    value: "RULE",
    completes: "rules",
    isList: true,
    multiple: true,
    help: "run only RULE (repeat or use a,b for several)",
  },
  fix: {
    name: "fix",
    help: "show safe fixes as a diff; on a terminal, ask whether to apply them",
  },
  ignore: {
    name: "ignore",
    value: "RULE",
    completes: "rules",
    isList: true,
    multiple: true,
    help: "do not run RULE (repeat or use a,b for several)",
  },
} as const satisfies Record<string, Flag>;
