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
const WITHOUT_EXAMPLES = new Map<string, string | Buffer>([
  ["encoding", Buffer.from("---\ntitle: A\n---\n\nCaf\u00e9.\n", "latin1")],
  ["bound", `---\ntitle: A\n---\n\n${"*a* ".repeat(50_001)}\n`],
  ["unreadable", Buffer.from("\0\u0001\u0002\0")],
]);

test("every rule has its section, in the order of the program", () => {
  expect([...sections.keys()]).toEqual(RULE_NAMES);
});

function example(rule: string, kind: "Wrong" | "Right"): string {
  const section = sections.get(rule)!;
  const [, , text] = new RegExp(`^${kind}:\n\n(\`{3,})markdown\n([^]*?)^\\1$`, "m").exec(section)!;
  return text!;
}

/** The severity that the page gives a rule. */
function severityOf(rule: string): string {
  return sections.get(rule)!.split("\n")[2]!.startsWith("Error") ? "error" : "warning";
}

async function found(essay: string | Buffer): Promise<{ rule: string; severity: string }[]> {
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
    expect(await found(example(rule, "Wrong"))).toEqual([{ rule, severity: severityOf(rule) }]);
    expect(await found(example(rule, "Right"))).toEqual([]);
  });
});

test.each([...WITHOUT_EXAMPLES])("the severity of %s is the page's", async (rule, essay) => {
  expect(await found(essay)).toEqual([{ rule, severity: severityOf(rule) }]);
});
