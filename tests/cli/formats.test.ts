import { join } from "node:path";
import { parse } from "parse5";
import { describe, expect, test } from "vitest";
import { run } from "../support/io.ts";
import { essay, temporaryLibrary } from "../support/library.ts";

const source = essay(
  { title: "On sails", date: "2025-07-08" },
  [
    "A ship[^1] *sails*, see [the other](/other#end) and [more](https://example.org).",
    "## First part",
    "- one[^b]\n- [x] two",
    "```js\nlet a = 1;\nlet b = 2;\n```",
    "| a | b |\n|---|---|\n| c[^c] | d |",
    "### Deeper",
    "![a boat](boat.png)",
    "## Second part",
    "> Quoted.",
    "[^1]: A *note* citing[^2].\n[^2]: Within it.\n[^b]: On one.\n[^c]: On c.",
  ].join("\n\n"),
);

function show(...args: string[]): ReturnType<typeof run> {
  const root = temporaryLibrary({ "sails.md": source, "other.md": essay({ title: "Other" }, "## End\n") });
  return run(["show", "sails", "-d", root, ...args]);
}

test("show --notes margin has notes at the left of text that runs from the right", async () => {
  const root = temporaryLibrary({ "a.md": "אבג דהו[^1] זחט\n\n[^1]: Remark\n" });
  const { out } = await run(["show", "a", "-d", root, "--notes", "margin", "-w", "110"]);
  // 110 columns: 35 of notes, 3 between, 72 of text.
  const row = out.split("\n").find((line) => line.includes("אבג"))!;
  expect(row).toMatch(/^\[1\] Remark +אבג דהו\[1\] זחט$/);
  expect(row).toHaveLength(110);
});

describe("show --section", () => {
  test("what stands under a heading, up to the next of its depth; by its text, its anchor or how they begin", async () => {
    for (const name of ["First part", "first-part", "## First part", "first"]) {
      const { out } = await show("--section", name);
      expect(out.startsWith("## First part\n")).toBe(true);
      expect(out).toContain("### Deeper");
      expect(out).not.toContain("Second part");
      expect(out).not.toContain("A ship");
    }
    expect((await show("--section", "Deeper")).out).not.toContain("First part");
  });

  test("the title stands above the source once, wherever it is written", async () => {
    const cwd = temporaryLibrary({
      "a.md": "# A\n\nText.\n",
      "b.md": essay({ title: "B" }, "# B\n\nText.\n"),
      "c.md": essay({ title: "C" }),
    });
    const markdown = async (slug: string): Promise<string> =>
      (await run(["show", slug, "-f", "markdown"], { cwd })).out;
    expect([await markdown("a"), await markdown("b"), await markdown("c")]).toEqual([
      "# A\n\nText.\n",
      "# B\n\nText.\n",
      "# C\n\nText.\n",
    ]);
  });

  test("of the source, the lines of the section", async () => {
    const { out } = await show("--section", "first", "-f", "markdown");
    expect(out.startsWith("## First part\n")).toBe(true);
    expect(out.trimEnd().endsWith("![a boat](boat.png)")).toBe(true);
  });

  test("a heading that is not there is answered with the nearest", async () => {
    expect(await show("--section", "Frist part")).toEqual({
      out: "",
      err: "ibid: sails: Frist part: no such heading; did you mean First part?\n",
      code: 2,
    });
  });
});

test("speech: no marks, notes where they are cited, code and tables announced, no addresses", async () => {
  const { out } = await show("-f", "speech");
  expect(out.split("\n\n").map((text) => text.trimEnd())).toEqual([
    "On sails.",
    "A ship sails, see the other and more.",
    "Footnote: A note citing.",
    "Footnote: Within it.",
    "First part.",
    "one",
    "Footnote: On one.",
    "Done: two",
    "Code in js of 2 lines is left out.",
    "A table of 1 row is left out.",
    "Footnote: On c.",
    "Deeper.",
    "Image: a boat.",
    "Second part.",
    "Quotation.",
    "Quoted.",
    "End of the quotation.",
  ]);
});

test("jsonl: a line a block, each note behind the block that cites it, with slug, title and section", async () => {
  const { out } = await show("-f", "jsonl");
  const lines = out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.slice(0, 3)).toEqual([
    {
      slug: "sails",
      title: "On sails",
      block: 0,
      section: null,
      type: "paragraph",
      text: "A ship sails, see the other and more.",
      notes: [1],
    },
    {
      slug: "sails",
      title: "On sails",
      block: 0,
      section: null,
      type: "note",
      number: 1,
      text: "A note citing.",
      notes: [4],
    },
    {
      slug: "sails",
      title: "On sails",
      block: 1,
      section: "First part",
      type: "heading",
      text: "First part",
      notes: [],
    },
  ]);
});

test("json: headings have anchors, links say where they lead", async () => {
  const { out } = await show("--json");
  const [one] = (JSON.parse(out) as { essays: Record<string, unknown>[] }).essays;
  expect(one).toMatchObject({
    headings: [
      { depth: 2, text: "First part", anchor: "first-part" },
      { depth: 3, text: "Deeper", anchor: "deeper" },
      { depth: 2, text: "Second part", anchor: "second-part" },
    ],
    links: [
      { href: "/other#end", text: "the other", to: "other", heading: "end" },
      { href: "https://example.org", text: "more", to: null, heading: null },
    ],
  });
});

describe("html", () => {
  test("a complete page, notes beside the block that cites them", async () => {
    const { out } = await show("-f", "html");
    expect(out).toMatch(/^<!doctype html>\n<html/);
    expect(out).toContain(
      '<h1 dir="auto">On sails</h1>\n<p class="meta"><time datetime="2025-07-08">8 July 2025</time></p>',
    );
    expect(out).toContain(
      'A ship<sup id="ref:1"><a href="#note:1" role="doc-noteref">1</a></sup> <em>sails</em>',
    );
    expect(out.indexOf('<aside id="note:1"')).toBeLessThan(out.indexOf('<h2 id="first-part"'));
    expect(out).toContain('<pre><code class="language-js">let a = 1;\nlet b = 2;');
    const errors: unknown[] = [];
    parse(out, { onParseError: (error) => errors.push(error) });
    expect(errors).toEqual([]);
  });

  test("several essays on one page have no id in common", async () => {
    const root = temporaryLibrary({ "a.md": source, "b.md": source });
    const { out } = await run(["show", "a", "b", "-f", "html", "-d", root]);
    const ids = Array.from(out.matchAll(/ id="([^"]+)"/g), ([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("wiki links lead to the same pages, whether a slug or a path names the essay", async () => {
    const root = temporaryLibrary({ "a.md": "[[Other page]] [[none]]", "Other page.md": "B" });
    const missing = /<span class="missing">[^<]*/g;
    for (const name of ["a", join(root, "a.md")]) {
      const { out } = await run(["show", name, "-f", "html", "-d", root]);
      expect(out.match(missing), name).toEqual(['<span class="missing">none']);
    }
  });

  test("nothing that an essay says can do anything", async () => {
    const evil = [
      "<script>alert(1)</script> <b onclick=alert(2)>b</b> <style>p{}</style> <iframe src=x></iframe>",
      "[a](javascript:alert(3)) [b](JaVa\tscript:alert(4)) [c](data:text/html,x) [d](vbscript:x)",
      '![e](javascript:alert(5)) ![f](data:image/svg+xml,x) !["g](x.png)',
      '`<script>` [h](https://example.org/"onmouseover="x) <a href="javascript:alert(6)">i</a>',
      "&lt;script&gt; <img src=x onerror=alert(7)>",
    ].join("\n\n");
    const root = temporaryLibrary({ "a.md": essay({ title: "</title><script>alert(8)</script>" }, evil) });
    const { out } = await run(["show", "a", "-f", "html", "-d", root]);
    expect(out).not.toMatch(
      /<script|<iframe|<b |<[^>]*\son\w+=|(?:href|src)="(?:java|vb|data:(?!image\/(?:png|gif|jpeg|webp|avif)))/i,
    );
    expect(out).toContain("default-src 'none'");
  });
});
