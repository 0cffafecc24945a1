import { describe, expect, test } from "vitest";
import { run } from "../support/io.ts";
import { essay, temporaryLibrary } from "../support/library.ts";

const files = {
  "a.md": essay(
    { title: "First" },
    "To [the second](/b), [its end](b.md#the-end), [nowhere](/gone-away/) and [[c]].\n\nA [heading](/b#no-such).\n",
  ),
  "b.md": essay(
    { title: "Second" },
    "Back to [a](../a/).\n\n## The end\n\n![picture](/x.png) [out](https://example.org) [up](#the-end)\n",
  ),
  "c.md": essay({ title: 'A "third"' }, "Alone.\n"),
};
const formula = {
  "f.md": essay({ title: "F" }, "[On $\\zeta(s)$](/g)"),
  "g.md": essay({ title: "G" }, "G."),
};

function links(...args: string[]): ReturnType<typeof run> {
  return run(["links", ...args, "-d", temporaryLibrary(files)]);
}

describe("ibid links", () => {
  test("where an essay leads, what leads to it, and what leads nowhere", async () => {
    const { out, code } = await links("a");
    expect(out.split("\n").map((line) => line.trimEnd())).toEqual([
      "out     b            Second     the second",
      "out     b            Second     #the-end",
      "broken  /gone-away/             no such essay",
      'out     c            A "third"  c',
      "broken  b            Second     #no-such: no such heading",
      "in      b            Second     a",
      "",
    ]);
    expect(code).toBe(0);
    expect((await links("c")).out).toBe("in  a  First  c\n");
  });

  test("formulas in the texts of links are set, and stay TeX in JSON", async () => {
    const { out } = await run(["links", "f", "-d", temporaryLibrary(formula)]);
    expect(out).toBe("out  g  G  On ζ(s)\n");
    const { out: json } = await run(["links", "f", "--json", "-d", temporaryLibrary(formula)]);
    expect(json).toContain(String.raw`"text": "On $\\zeta(s)$"`);
  });

  test("of every essay, as values that other tools take", async () => {
    const { out } = await links("--all", "--json");
    expect((JSON.parse(out) as { links: unknown[] }).links.slice(0, 3)).toEqual([
      { from: "a", to: "b", href: "/b", heading: null, text: "the second", broken: null },
      { from: "a", to: "b", href: "b.md#the-end", heading: "the-end", text: "its end", broken: null },
      { from: "a", to: null, href: "/gone-away/", heading: null, text: "nowhere", broken: "no such essay" },
    ]);
    expect((await links("--all", "-f", "tsv")).out.split("\n")[0]).toBe(
      "out\ta\tb\tSecond\tthe second\t/b\t\t",
    );
    expect((await links("--all", "-f", "jsonl")).out.trim().split("\n")).toHaveLength(6);
  });

  test("to a block of another page, by the name that stands at its end or below it", async () => {
    const root = temporaryLibrary({
      "a.md": "[[b#^one]] [[b#^ab]] [[b#^list]] [[b#^none]]\n",
      "b.md": "A line. ^one\n\nPara. ^ab\n\n- item\n\n^list\n",
    });
    const { out } = await run(["links", "a", "-d", root, "-f", "jsonl"]);
    const broken = out
      .trim()
      .split("\n")
      .map((line) => (JSON.parse(line) as { broken: unknown }).broken);
    expect(broken).toEqual([null, null, null, "no such heading"]);
    expect((await run(["show", "b", "-d", root])).out).not.toContain("^");
  });

  test("a graph for Graphviz", async () => {
    const { out } = await links("--all", "-f", "dot");
    expect(out).toContain('  "c" [label="A \\"third\\""];');
    expect(out).toContain('  "a" -> "/gone-away/" [style=dashed];');
    expect(out.match(/"a" -> "b"/g)).toHaveLength(1);
  });

  test("an essay without links, one that is not there, and none named", async () => {
    const root = temporaryLibrary({ "a.md": "Text", "b.md": "Text" });
    expect(await run(["links", "a", "-d", root])).toEqual({
      out: "",
      err: "ibid: a: no links to or from other essays\n",
      code: 1,
    });
    expect((await run(["links", "zzz", "-d", root])).code).toBe(2);
    expect((await run(["links", "-d", root])).err).toContain("links needs an argument: ibid links ESSAY");
  });
});
