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
  const isShown = (rule: string): boolean => rule !== "site-config" && !WITHOUT_EXAMPLES.has(rule);
  test.each(RULE_NAMES.filter(isShown))("%s", async (rule) => {
    expect(await found(example(rule, "Wrong"))).toEqual([{ rule, severity: severityOf(rule) }]);
    expect(await found(example(rule, "Right"))).toEqual([]);
  });
});

test.each([...WITHOUT_EXAMPLES])("the severity of %s is the page's", async (rule, essay) => {
  expect(await found(essay)).toEqual([{ rule, severity: severityOf(rule) }]);
});

test("an element is unclosed where more are opened than closed, wherever their tags stand", async () => {
  const places = async (text: string): Promise<string[]> => {
    const root = temporaryLibrary({ "a.md": `# A\n\n${text}\n` });
    const { findings } = await checkLibrary(await readLibrary(root), () => true);
    return findings.map(({ line, column, rule }) => `${line}:${column} ${rule}`);
  };
  expect(await places("A <b>word.\n\nAnother</b>.\n\n`<div>` <br> <li>\n\n<p>x")).toEqual([]);
  expect(await places("<div><div>\n\nA <i>b</i> <i>c.\n\n</div>")).toEqual([
    "3:1 element-unclosed",
    "5:12 element-unclosed",
  ]);
  expect(await places("A.\n\n> <!-- b\n\nC.")).toEqual(["5:3 element-unclosed"]);
});

describe("the configuration of a site", () => {
  const faultsOf = async (files: Readonly<Record<string, string>>, within = "content"): Promise<string[]> => {
    const root = temporaryLibrary({ ".git/HEAD": "", "content/a.md": "# A\n\nText.\n", ...files });
    const { findings } = await checkLibrary(await readLibrary(join(root, within)), () => true);
    return findings.map(
      ({ path, line, column, severity, rule }) => `${path}:${line}:${column} ${severity} ${rule}`,
    );
  };

  test.each([
    ["hugo.toml", 'title = "A\nbaseURL = "https://example.org"\n', 1],
    ["config/_default/hugo.yaml", "a: b\nmenu: [\n  - x\n", 2],
    ["_config.yml", 'title: A\nurl: "https://example.org\n', 2],
    ["hugo.json", '{\n  "title": "A",\n  "baseURL" "x"\n}', 3],
  ])("a fault in %s is a warning with its line", async (file, text, line) => {
    const [found = "", ...others] = await faultsOf({ [file]: text });
    expect(found).toMatch(
      new RegExp(`^\\.\\./${file.replaceAll(".", "\\.")}:(\\d+):\\d+ warning site-config$`),
    );
    expect(Number(found.split(":")[1])).toBeGreaterThanOrEqual(line);
    expect(others).toEqual([]);
  });

  test("one that parses, one with tags of MkDocs' own, and a program have none", async () => {
    expect(await faultsOf({ "hugo.toml": 'baseURL = "https://example.org"\n' })).toEqual([]);
    expect(await faultsOf({ "mkdocs.yml": "theme:\n  name: a\nemoji: !!python/name:a.b\n" })).toEqual([]);
    expect(await faultsOf({ "_config.yml": "title: A\ntitle: B\n" })).toEqual([]);
    expect(await faultsOf({ "astro.config.mjs": "export default {" })).toEqual([]);
  });

  test("the nearest file counts", async () => {
    const files = { "content/_config.yml": "a: [", "hugo.toml": "[" };
    expect(await faultsOf(files)).toEqual([expect.stringMatching(/^_config\.yml:/)]);
  });
});
