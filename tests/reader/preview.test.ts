import { expect, test, vi } from "vitest";
import type { OpenEssay } from "../../src/document/open-essay.ts";
import type { Essay } from "../../src/essay/essay.ts";
import { UnreadableError } from "../../src/library/errors.ts";
import { Previews } from "../../src/reader/preview/previews.ts";
import { reader } from "../support/reader.ts";

test("the header of a preview has the whole title, and one row of date, tags that are cut, and minutes", () => {
  const tags = Array.from({ length: 20 }, (_, nth) => `tag-${nth}`).join(", ");
  const title =
    "A title of nineteen words that no preview of a screen of such a width has in one of its rows";
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

test("what a move of the cursor leads to is read ahead, and nothing while keys come", async () => {
  vi.useFakeTimers();
  try {
    const sources = Object.fromEntries(
      Array.from({ length: 60 }, (_, nth) => [
        `${String(nth).padStart(2, "0")}.md`,
        `# Essay ${nth}\n\nText ${nth}.`,
      ]),
    );
    const own = reader(sources, { columns: 120, rows: 20 });
    const read: string[] = [];
    const library = {
      glance(essay: Essay): OpenEssay {
        read.push(essay.path);
        return own.library.glance(essay);
      },
    };
    const previews = new Previews({
      library: { ...library, open: (essay) => own.library.open(essay) },
      marks: () => [],
      state: () => own.state(),
    });
    const { preview } = own.press("j", "k").state();
    const show = (): void =>
      previews.show(preview!.of, { shown: () => undefined, failed: (error) => expect.fail(String(error)) });
    show();
    vi.advanceTimersByTime(29);
    show();
    vi.advanceTimersByTime(29);
    expect(read).toEqual(["00.md"]);
    vi.runAllTimers();
    const page = own.state().size.rows;
    expect(read.slice(1, 3)).toEqual(["01.md", "02.md"]);
    const far = read.slice(3).map((path) => Number.parseInt(path, 10));
    expect(far).toHaveLength(2);
    expect(far[0]).toBeGreaterThan(far[1]!);
    expect(far[0]).toBeLessThan(page);
  } finally {
    vi.useRealTimers();
  }
});

test("a shelf without essays has no rule for a preview, and no key that does nothing there", () => {
  const own = reader({ "a.md": "# A\n\nThe text." }, { columns: 120, rows: 30 });
  expect(own.screen().join("\n")).toContain("│");
  own.press("/", ..."zzqq");
  expect(own.screen().join("\n")).not.toContain("│");
  expect(own.screen().at(-1)).toMatch(/^ \/ zzqq +Esc show all$/);
});

test("no heading is the last row of a preview", () => {
  const text = Array.from({ length: 9 }, (_, nth) => `## Part ${nth}\n\nWords.\n`).join("\n");
  for (let rows = 14; rows < 24; rows++) {
    const own = reader({ "a.md": `# A\n\n${text}`, "b.md": "# B" }, { columns: 120, rows }).press("j", "k");
    const shown = own.rows().map((line) => line.slice(line.indexOf("│") + 1).trim());
    const last = shown.findLast((line) => line !== "");
    expect(last, `${rows} rows`).toBe("Words.");
  }
});

test("a click on the preview opens its essay, also below the rows of the shelf", () => {
  const own = reader({ "a.md": "# A", "b.md": "# B\n\nText." }, { columns: 120, rows: 30 }).press("j");
  own.send({ kind: "mouse", event: { kind: "click", row: 20, column: 90 } });
  expect(own.state().screen).toMatchObject({ kind: "page", page: { essay: { title: "B" } } });
});
