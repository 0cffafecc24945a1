/**
 * `ibid show` writes each essay when it is made, so that the memory it takes does not grow with the number of essays.
 */
import { expect, test } from "vitest";
import { run } from "../support/io.ts";
import { essay, temporaryLibrary } from "../support/library.ts";

const FILES = {
  "a.md": essay({ title: "A" }, "One.\n"),
  "b.md": essay({ title: "B" }, "# Only here\n\nTwo \u0085.\n"),
  "c.md": essay({ title: "C" }, "Three.\n"),
};

/** What is written at once, one after another. */
async function written(...argv: readonly string[]): Promise<{ parts: string[]; err: string; code: number }> {
  const parts: string[] = [];
  const ran = await run([...argv, "-d", temporaryLibrary(FILES)], { out: (text) => void parts.push(text) });
  return { parts, err: ran.err, code: ran.code };
}

test.each(["text", "ansi", "markdown", "json", "jsonl", "speech"])("%s", async (format) => {
  const { parts } = await written("show", "--all", "-f", format);
  for (const [nth, words] of ["One", "Two", "Three"].entries())
    expect(parts.findIndex((part) => part.includes(words))).toBe(nth);
});

test("the parts of JSON are JSON as JavaScript indents it", async () => {
  const whole = (await written("show", "--all", "--json")).parts.join("");
  expect(whole).toBe(`${JSON.stringify(JSON.parse(whole), undefined, 2).replace("\u0085", "\\u0085")}\n`);
  const empty = (await written("show", "nothing", "--json")).parts.join("");
  expect(empty).toBe(`${JSON.stringify({ version: 1, essays: [] }, undefined, 2)}\n`);
});

test("an essay without the section is named, and the others are shown whole", async () => {
  const { parts, err, code } = await written("show", "a", "b", "c", "--section", "Only here", "--json");
  const { essays } = JSON.parse(parts.join("")) as { essays: { slug: string }[] };
  expect(essays.map(({ slug }) => slug)).toEqual(["b"]);
  expect(err.match(/no such heading/g)).toHaveLength(2);
  expect(code).toBe(2);
});
