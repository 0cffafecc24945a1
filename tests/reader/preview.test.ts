import { expect, test } from "vitest";
import { UnreadableError } from "../../src/library/errors.ts";
import { reader } from "../support/reader.ts";

test("the header of a preview has the whole title, and one row of date, tags that are cut, and minutes", () => {
  const tags = Array.from({ length: 20 }, (_, nth) => `tag-${nth}`).join(", ");
  const title = "A title of so many words that no preview of a screen of such a width holds it in one row";
  const sources = {
    "a.md": `---\ntitle: ${title}\ndate: 2020-05-06\ntags: [${tags}]\n---\n\nThe text.`,
    "b.md": "# B",
  };
  const own = reader(sources, { columns: 120, rows: 40 }).press("j", "k");
  const rows = own
    .screen()
    .filter((line) => line.includes(" │ "))
    .map((line) => line.slice(line.indexOf(" │ ") + 3).trimEnd());
  const text = rows.findIndex((row) => row.includes("The text."));
  const header = rows.slice(0, text).filter((row) => row !== "");
  expect(header.slice(0, -1).join(" ")).toBe(title);
  // As every list, it leaves the last column blank.
  expect(Math.max(...own.screen().map(({ length }) => length))).toBe(119);
  expect(header.at(-1)).toMatch(/^6 May 2020 .*… {2}· {2}1 min$/);
});

test("of an essay that can't be read, the reason stands in place of the essay before it", () => {
  const sources = Object.fromEntries(
    [..."abcdefgh"].map((name) => [`${name}.md`, `# ${name.toUpperCase()}\n\nThe text of ${name}.`]),
  );
  const own = reader(sources, { columns: 120, rows: 20 }).press("j", "k");
  expect(own.screen().join("\n")).toContain("The text of a.");
  Object.assign(own.library, {
    glance: () => {
      throw new UnreadableError("h.md", "can't be read: permission denied");
    },
  });
  const screen = own.press("G").screen().join("\n");
  expect(screen).toContain("h.md: can't be read: permission denied");
  expect(screen).not.toContain("The text of");
});
