/**
 * What of a document is set in the typography of its language, and what is not.
 */
import { expect, test } from "vitest";
import { parseDocument } from "../../src/document/parse.ts";
import { inTypography } from "../../src/document/typography.ts";
import { paintPlain } from "../../src/formats/plain.ts";
import { layoutDocument } from "../../src/layout/layout.ts";
import { run } from "../support/io.ts";
import { temporaryLibrary } from "../support/library.ts";

function page(markdown: string): string[] {
  const document = inTypography(parseDocument(markdown), "en");
  const options = { width: Infinity, notes: "inline", marks: "brackets" } as const;
  return layoutDocument(document, options).map(paintPlain);
}

test.each<[string, string]>([
  ['*"It\'s"* -- so', "“It’s” – so"],
  ['### "A"', "### “A”"],
  ['`"a" -- b`', '"a" -- b'],
  ['    "a" -- b', '    "a" -- b'],
  ["$a'$ isn't", "$a'$ isn’t"],
  ['"`a`"', "“a”"],
  ["<https://e.org/a--b'c>", "https://e.org/a--b'c"],
  ["[it's](https://e.org/a--b)", "it’s"],
  ['![it\'s "so"](a.png)', '▣ it\'s "so"'],
])("%s", (markdown, expected) => {
  expect(page(markdown)).toEqual([expected]);
});

test("notes and cells, and what a note's mark stands in", () => {
  expect(page('"A *b* c[^1]," d\n\n[^1]: It\'s.')).toEqual(["“A b c[1],” d", "", "    [1] It’s."]);
  expect(page('| a |\n|---|\n| "b"... |').at(-1)).toBe("“b”…");
});

test("the config file asks for it: text, HTML and JSON agree, and a search finds it either way", async () => {
  const folder = temporaryLibrary({
    "ibid.toml": "typography = true\n",
    "e/a.md": '---\ntitle: It\'s\nlang: de\n---\n\nEr sagt "nein" -- und geht...\n',
  });
  const env = { IBID_CACHE: "", IBID_STATE: "", IBID_CONFIG: `${folder}/ibid.toml` };
  const shown = async (...args: string[]): Promise<string> =>
    (await run(args, { env, cwd: `${folder}/e` })).out;
  const text = "Er sagt „nein“ – und geht…";
  expect(await shown("show", "a")).toBe(`# It’s\n\n${text}\n`);
  expect(await shown("show", "a", "-f", "html")).toContain(text);
  expect(await shown("show", "a", "-f", "json")).toContain(text);
  expect(await shown("show", "a", "-f", "markdown")).toContain('"nein" -- und geht...');
  expect(await shown("search", "sagt „nein“")).toContain("nein");
  expect(await shown("search", '"sagt nein"')).toContain("nein");
});
