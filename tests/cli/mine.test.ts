import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { ofTheDay } from "../../src/cli/review.ts";
import { openEssay } from "../../src/document/open-essay.ts";
import type { NotedEssay } from "../../src/formats/notes/noted.ts";
import { Memory } from "../../src/memory/memory.ts";
import { type Ran, run } from "../support/io.ts";
import { temporaryLibrary } from "../support/library.ts";
import { anchorAt, markOn, openText } from "../support/marks.ts";

const ESSAY = `---
title: Margins
---

Readers have always written in margins.[^1] Some wrote *more* than the author.

[^1]: And between the lines.
`;

let library: string;
let state: string;

beforeEach(() => {
  library = temporaryLibrary({ "margins.md": ESSAY, "another.md": "# Another\n\nNothing of it.\n" });
  state = temporaryLibrary({});
  const file = join(library, "margins.md");
  const open = openEssay({ text: ESSAY, problems: [] }, "margins.md", file);
  const memory = new Memory(join(state, "memory.sqlite"));
  const essay = { file, slug: "margins", title: "Margins" };
  const made = Date.UTC(2026, 4, 1);
  memory.marks.add(essay, anchorAt(open, "wrote more"), made, { note: "Blessed scribblers." });
  memory.marks.add(essay, anchorAt(open, "between the lines"), made + 1);
  memory.close();
});

function ibid(...argv: readonly string[]): Promise<Ran> {
  return run([...argv, "--dir", library], {
    env: { IBID_CONFIG: "", IBID_CACHE: "", IBID_STATE: state },
  });
}

describe("ibid show --mine", () => {
  test("has notes where footnotes are shown, and signs around highlights where there are no looks", async () => {
    expect((await ibid("show", "margins", "--mine")).out).toBe(`# Margins

Readers have always written in margins.[1] Some ⟦wrote more⟧[✎a] than the author.

    [1] And ⟦between the lines⟧.
    [✎a] Blessed scribblers.
`);
    expect((await ibid("show", "margins")).out).not.toContain("✎");
  });

  test("shows them by colour where there is one", async () => {
    const { out } = await ibid(
      "show",
      "margins",
      "--mine",
      "-f",
      "ansi",
      "--theme",
      "light",
      "--color",
      "always",
    );
    expect(out).toContain("wrote ");
    expect(out).toMatch(/\u001b\[[\d;]*4[\d;]*mwrote /);
    expect(out).toContain("✎ᵃ");
    expect(out).not.toContain("⟦");
  });

  test("marks them in HTML, and leaves the source and the JSON of the text as they are", async () => {
    const html = (await ibid("show", "margins", "--mine", "-f", "html")).out;
    expect(html).toContain('<mark class="mine">wrote <em>more</em></mark>');
    expect(html).toMatch(/<aside class="mine" id="note:?2" role="note">.*Blessed scribblers/);
    const markdown = (await ibid("show", "margins", "--mine", "-f", "markdown")).out;
    expect(markdown).toContain("Some wrote *more* than the author.");
    expect(markdown).toContain("\n---\n\n## Highlights and notes\n\n> wrote more\n\nBlessed scribblers.");
    const json = async (...more: readonly string[]): Promise<Record<string, unknown>> => {
      const { out } = await ibid("show", "margins", "--json", ...more);
      return (JSON.parse(out) as { essays: Record<string, unknown>[] }).essays[0]!;
    };
    const { mine, ...rest } = await json("--mine");
    expect(rest).toEqual(await json());
    expect(mine).toMatchObject([{ words: "wrote more", note: "Blessed scribblers." }, { note: null }]);
  });

  test("in plain text has signs in code and mathematics too, other ones where the words were edited, and no dead marks", async () => {
    const written =
      "One $x$.\n\n```\nfirst();\nsecond();\n```\n\n$$\na + b\n$$\n\nThis sentence was written a year ago, in a hurry.\n";
    const file = join(library, "kinds.md");
    const open = openEssay({ text: written, problems: [] }, "kinds.md", file);
    writeFileSync(file, written.replace("was written", "was quickly written"));
    const memory = new Memory(join(state, "memory.sqlite"));
    const essay = { file, slug: "kinds", title: "kinds" };
    for (const words of ["first();\nsecond", "a + b", "This sentence was written a year ago, in a hurry."])
      memory.marks.add(essay, anchorAt(open, words), 1, { note: "Mine." });
    memory.close();
    const { out } = await ibid("show", "kinds", "--mine", "--notes", "none");
    expect(out).toContain("    ⟦first();\n    second⟧();");
    expect(out).toContain("⟦a + b⟧");
    expect(out).toContain("⟦≈ This sentence was quickly written a year ago, in a hurry.⟧");
    expect(out).not.toContain("✎");
    expect((await ibid("show", "kinds", "--mine", "-f", "html")).out).toContain(
      '<mark class="mine reworded">This',
    );
  });

  test("is read out", async () => {
    expect((await ibid("show", "margins", "--mine", "-f", "speech")).out).toContain(
      "Note of your own: Blessed scribblers.",
    );
  });
});

test("list chooses and sorts by how much is marked", async () => {
  const slugs = async (...argv: readonly string[]): Promise<string> =>
    (await ibid("list", "--template", "{{slug}} {{marks}}", ...argv)).out;
  expect(await slugs("--where", "marks>0")).toBe("margins 2\n");
  expect(await slugs("--where", "marks=0")).toBe("another 0\n");
  expect(await slugs("--where", "marks>=2")).toBe("margins 2\n");
  expect(await slugs("-s", "marks", "-r")).toBe("margins 2\nanother 0\n");
  expect((await ibid("search", "of OR in", "-s", "marks", "-r", "-l")).out).toBe("margins\nanother\n");
  expect((await run(["help", "where"])).out).toMatch(/Fields: [^]*\bmarks\b/);
});

test("JSON has what an essay was chosen by, also if that is remembered", async () => {
  const all = async (...argv: readonly string[]): Promise<object[]> =>
    (await ibid(...argv, "-f", "jsonl")).out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as object);
  const remembered = [{ slug: "margins", read: "no", marks: 2 }];
  expect(await all("list", "--where", "marks>0")).toMatchObject(remembered);
  expect(await all("search", "mine:scribblers")).toMatchObject(remembered);
  expect((await all("list")).filter((essay) => "marks" in essay)).toEqual([]);
});

test("an essay that was moved has its marks, whether they are counted or searched", async () => {
  const [old, now] = [join(library, "margins.md"), join(library, "moved", "margins.md")];
  mkdirSync(join(library, "moved"));
  renameSync(old, now);
  expect((await ibid("list", "--template", "{{slug}}", "--where", "marks=2")).out).toBe("margins\n");
  renameSync(now, old);
  expect((await ibid("search", "mine:scribblers", "-l")).out).toContain("margins");
});

test("search finds what the user wrote", async () => {
  const { out } = await ibid("search", "mine:scribblers");
  expect(out).toContain("margins");
  expect(out).toMatch(/mine +Blessed \*scribblers\*\. — wrote more/);
  expect((await ibid("search", "mine:between")).code).toBe(0);
  expect((await ibid("search", "mine:author")).code).toBe(1);
  expect((await ibid("search", "mine:/scr.*ers/")).out).toMatch(/mine +Blessed \*scribblers\*/);
  expect((await ibid("search", "mine:/author/")).code).toBe(1);
  expect((await ibid("search", "/scribbl/")).code).toBe(1);
  expect((await ibid("search", "of -mine:/scr.*ers/", "-l")).out).toBe("another\n");
});

test("search reports marks whose essays are gone", async () => {
  rmSync(join(library, "margins.md"));
  const { code, err } = await ibid("search", "mine:scribblers");
  expect([code, err]).toEqual([
    1,
    "ibid: mine:scribblers: no essay matches\nibid: found in 1 mark whose essay is gone, too; ibid notes --all lists it\n",
  ]);
  expect((await ibid("search", "mine:nonsense")).err).not.toContain("gone");
});

test("search gives the line of the marked passage, whichever words are sought", async () => {
  const open = openEssay({ text: ESSAY, problems: [] }, "margins.md", join(library, "margins.md"));
  const essay = { file: join(library, "margins.md"), slug: "margins", title: "Margins" };
  const memory = new Memory(join(state, "memory.sqlite"));
  memory.marks.add(essay, anchorAt(open, "always"), Date.UTC(2026, 4, 1), { note: "Perhaps between." });
  memory.close();
  for (const query of [
    "mine:always",
    "mine:perhaps",
    'mine:"perhaps between"',
    "mine:perhaps mine:between",
  ]) {
    const { results } = JSON.parse((await ibid("search", query, "--json")).out) as {
      results: { passages: { text: string; line: number }[] }[];
    };
    const found = results[0]?.passages.find(({ text }) => text.startsWith("Perhaps"));
    expect([query, found?.line]).toEqual([query, 5]);
  }
});

const WORDS = "one two three four five six seven eight nine ten eleven twelve".split(" ");

/** An essay in which each of twelve words is marked. */
function essayOfWords(): NotedEssay {
  const open = openText(WORDS.join(" "));
  return {
    slug: "a",
    title: "A",
    file: "/a.md",
    path: "a.md",
    address: undefined,
    essay: undefined,
    notes: WORDS.map((word) => {
      const mark = { ...markOn(open, word), made: 0 };
      return { mark, state: "there", block: 0, words: word, lines: [1, 1], heading: undefined };
    }),
  };
}

describe("ibid review", () => {
  test("prints formulas and signs as the user wrote them", async () => {
    const memory = new Memory(join(state, "memory.sqlite"));
    const open = openEssay({ text: ESSAY, problems: [] }, "margins.md", join(library, "margins.md"));
    const essay = { file: join(library, "margins.md"), slug: "margins", title: "Margins" };
    const note =
      "a^2+b^2 is $x^2$, ==not== H~2~O :smile: %%no%% {{x}} https://a.example/a_b?q=1, and (https://a.example/c_d). &amp;\n# No heading\n- no item\n  > no quotation\n---\n:::warning";
    memory.marks.add(essay, anchorAt(open, "than the"), Date.UTC(2026, 4, 1), { note });
    memory.close();
    const { out } = await ibid("review");
    const lines = out.split("\n").map((line) => line.replaceAll("\u00a0", " ").trim());
    for (const line of note.split("\n")) expect(lines).toContain(line.trim());
  });

  test("of fewer notes is the first of the day's five", () => {
    const essay = essayOfWords();
    for (const today of ["2026-11-28", "2026-11-29", "2027-01-03"]) {
      const of = (count: number): string[] =>
        ofTheDay([essay], today, count).flatMap(({ notes }) => notes.map(({ words }) => words));
      for (const count of [1, 2, 3, 4]) expect(of(count + 1)).toEqual(expect.arrayContaining(of(count)));
      expect(of(3)).toHaveLength(3);
    }
  });

  test("prints what was marked before today", async () => {
    const { out, code } = await ibid("review");
    expect(code).toBe(0);
    expect(out).toContain("wrote more");
    expect(out).toContain("Blessed scribblers.");
    const early = await run(["review", "--dir", library], {
      env: { IBID_CONFIG: "", IBID_CACHE: "", IBID_STATE: state },
      today: "2026-05-01",
    });
    expect([early.code, early.out]).toEqual([1, ""]);
  });

  test("is as wide and as far from the edge as an essay that is shown", async () => {
    const note = "word ".repeat(60).trim();
    const open = openEssay({ text: ESSAY, problems: [] }, "margins.md", join(library, "margins.md"));
    const essay = { file: join(library, "margins.md"), slug: "margins", title: "Margins" };
    const memory = new Memory(join(state, "memory.sqlite"));
    memory.marks.add(essay, anchorAt(open, "than the"), Date.UTC(2026, 4, 1), { note });
    memory.close();
    const linesOf = async (columns: number, ...more: readonly string[]): Promise<string[]> => {
      const { out } = await run(["review", "--dir", library, "-f", "text", ...more], {
        env: { IBID_CONFIG: "", IBID_CACHE: "", IBID_STATE: state },
        outIsTerminal: true,
        columns,
      });
      return out.split("\n").filter((line) => /^ *word(?: word)+$/.test(line));
    };
    const [wide] = await linesOf(120, "-w", "100");
    expect(wide).toMatch(/^word/);
    expect(wide!.length).toBeGreaterThan(90);
    const [usual] = await linesOf(120);
    expect(usual).toMatch(/^ {24}word/);
    expect(usual!.length).toBeLessThanOrEqual(24 + 72);
  });

  test("is the same all day, and comes to each note before any comes again", () => {
    const essay = essayOfWords();
    const on = (today: string): string[] =>
      ofTheDay([essay], today, 5).flatMap(({ notes }) => notes.map((note) => note.words));
    expect(on("2026-05-06")).toEqual(on("2026-05-06"));
    expect(on("2026-05-06")).toHaveLength(5);
    const three = [...on("2026-05-06"), ...on("2026-05-07"), ...on("2026-05-08")];
    expect(new Set(three)).toEqual(new Set(WORDS));
  });
});
