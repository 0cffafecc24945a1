/**
 * The page of rules: every rule is on it, its wrong example is found by the rule, and its right one by none.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkLibrary } from "../../src/library/check/check-library.ts";
import { RULE_NAMES } from "../../src/library/check/finding.ts";
import { readLibrary, temporaryLibrary } from "../support/library.ts";

const page = readFileSync(join(import.meta.dirname, "../../docs/check.md"), "utf8");
const sections = new Map(
  page
    .split(/^## /m)
    .slice(1)
    .map((section) => [section.slice(0, section.indexOf("\n")), section] as const),
);

/** No text can show bytes that are no text, what is too much to read, or a file that can't be read. */
const WITHOUT_EXAMPLES = new Set(["encoding", "bound", "unreadable"]);

test("every rule has its section, in the order of the program", () => {
  expect([...sections.keys()]).toEqual(RULE_NAMES);
});

function example(rule: string, kind: "Wrong" | "Right"): string {
  const section = sections.get(rule)!;
  const [, , text] = new RegExp(`^${kind}:\n\n(\`{3,})markdown\n([^]*?)^\\1$`, "m").exec(section)!;
  return text!;
}

async function found(essay: string): Promise<{ rule: string; severity: string }[]> {
  const root = temporaryLibrary({
    "the-essay.md": essay,
    "other.md": "---\ntitle: Other\norder: 1\n---\n\n## Part\n\nText.\n",
    "picture.png": "",
    "data.csv": "",
  });
  const { findings } = await checkLibrary(await readLibrary(root), (file) => file.endsWith("the-essay.md"));
  return findings.map(({ rule, severity }) => ({ rule, severity }));
}

describe("the examples of", () => {
  test.each(RULE_NAMES.filter((rule) => !WITHOUT_EXAMPLES.has(rule)))("%s", async (rule) => {
    const severity = sections.get(rule)!.split("\n")[2]!.startsWith("Error") ? "error" : "warning";
    expect(await found(example(rule, "Wrong"))).toEqual([{ rule, severity }]);
    expect(await found(example(rule, "Right"))).toEqual([]);
  });
});
