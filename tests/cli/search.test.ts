import { describe, expect, test } from "vitest";
import { essay, temporaryLibrary } from "../support/library.ts";
import { run } from "../support/io.ts";

const files = {
  "sails.md": essay(
    { title: "On sails", date: "2020-01-01", order: 1, tags: ["sea"] },
    "A ship at the\nstart.\n\nMore[^1] of it.\n\n[^1]: A note on the rigging of ships.\n",
  ),
  "ships.md": essay({ title: "Ships and *stars*", order: 2 }, "Nothing.\n\n## Of the ship\n"),
  "draft.md": essay({ title: "A ship, unfinished", draft: true }),
};

function search(...args: string[]): ReturnType<typeof run> {
  return run(["search", ...args, "-d", temporaryLibrary(files)]);
}

describe("ibid search", () => {
  test("essays, best first, each with its passages and where they stand; what matched between stars", async () => {
    const { out, err, code } = await search("ship*");
    expect(out).toBe(
      [
        "ships  *Ships* and *stars*",
        "    heading  Of the *ship*",
        "",
        "sails  On sails  2020-01-01",
        "    text     A *ship* at the start.",
        "    note 1   A note on the rigging of *ships*.",
        "",
      ].join("\n"),
    );
    expect([err, code]).toEqual(["", 0]);
  });

  test("marked by looks where there are any", async () => {
    const { out } = await search("ship", "-f", "ansi");
    expect(out).toContain("\u001b[7mship\u001b[0m");
    expect(out).not.toContain("*ship*");
  });

  test("formulas are set where results are read, and stay TeX for other programs", async () => {
    const text =
      "So `$c$` and $\\zeta(s)$ for\n$s \\text{ in the halfplane}$.\n\n$$\\frac{a}{b} = x \\text{ halfplane}$$\n\n$\\own$ is a curve.\n\n$$\\newcommand{\\own}{\\gamma}$$\n";
    const dir = temporaryLibrary({
      "a.md": essay({ title: "A", description: "Of $x^2$ and halfplanes." }, text),
    });
    const found = async (...args: string[]): Promise<string[]> =>
      (await run(["search", ...args, "-d", dir])).out.trimEnd().split("\n").slice(1);
    expect(await found("halfplane")).toEqual([
      "    text     So $c$ and ζ(s) for s in the *halfplane*.",
      "    text     a/b = x *halfplane*",
    ]);
    expect(await found("zeta")).toEqual(["    text     So $c$ and *ζ(s)* for s in the halfplane."]);
    expect(await found("curve")).toEqual(["    text     γ is a *curve*."]);
    expect(await found("description:halfplanes")).toEqual(["    about    Of x² and *halfplanes*."]);
    const { out } = await run(["search", "zeta", "-f", "tsv", "-d", dir]);
    expect(out).toBe("a\tA\ttext\t6\tSo $c$ and $\\zeta(s)$ for $s \\text{ in the halfplane}$.\n");
  });

  test("tab-separated: slug, title, where, line of the file, passage", async () => {
    const { out } = await search("rigging", "-f", "tsv");
    expect(out).toBe("sails\tOn sails\tnote 1\t13\tA note on the rigging of ships.\n");
  });

  test("json and jsonl: metadata and passages with what matched", async () => {
    const one = JSON.parse((await search("rigging", "--json")).out) as {
      version: number;
      results: unknown[];
    };
    expect(one).toMatchObject({
      version: 1,
      query: "rigging",
      results: [
        {
          slug: "sails",
          title: "On sails",
          passages: [
            {
              kind: "note",
              note: 1,
              block: 1,
              line: 13,
              text: "A note on the rigging of ships.",
              ranges: [[14, 21]],
            },
          ],
        },
      ],
    });
    const lines = (await search("ship*", "-f", "jsonl")).out.trimEnd().split("\n");
    expect(lines.map((line) => (JSON.parse(line) as { slug: string }).slug)).toEqual(["ships", "sails"]);
  });

  test("the line is that of the match", async () => {
    const lines = [
      "---",
      "title: Lines",
      "---",
      "",
      "A paragraph of two lines",
      "with brown in the second.",
      "",
      "- First item",
      "- A lion",
      "",
      "| a | b |",
      "|---|---|",
      "| c | d |",
      "| e | an ostrich |",
      "",
      "```",
      "one",
      "penguin",
      "```",
      "",
      "A note[^1] and <b>an",
      "Élan</b>.",
      "",
      "[^1]: A platypus.",
    ];
    const root = temporaryLibrary({ "a.md": lines.join("\n") });
    for (const [word, line] of [
      ["brown", 6],
      ["lion", 9],
      ["ostrich", 14],
      ["penguin", 18],
      ["elan", 22],
      ["platypus", 24],
    ]) {
      const { out } = await run(["search", String(word), "-f", "tsv", "-d", root]);
      expect(`${word} ${out.split("\t")[3]}`).toBe(`${word} ${line}`);
    }
  });

  test("what is found in tags or description says so", async () => {
    const root = temporaryLibrary({
      "a.md": essay({ title: "A", tags: ["sea life"], description: "About rigging." }),
    });
    expect((await run(["search", "sea", "-f", "tsv", "-d", root])).out).toBe("a\tA\ttag\t1\tsea life\n");
    expect((await run(["search", "rigging", "-d", root])).out).toContain("about    About *rigging*.");
  });

  test("a word that begins with a minus is told from a flag", async () => {
    const { err, code } = await search("ship", "-zebra");
    expect(err).toMatch(
      /unknown option -z \(see ibid search --help\)\nibid: to exclude a word, put -- before the query/,
    );
    expect(code).toBe(2);
    const taken = await search("ship", "-fish");
    expect(taken.err).toMatch(/^ibid: -f ish: not one of .*\nibid: to exclude a word/);
  });

  test("slugs for xargs -0", async () => {
    expect((await search("ship*", "-0")).out).toBe("ships\0sails\0");
  });

  test("what is chosen: tags, keys, dates, drafts, how many", async () => {
    expect((await search("ship*", "-0", "-t", "sea")).out).toBe("sails\0");
    expect((await search("ship*", "-0", "--where", "order=2")).out).toBe("ships\0");
    expect((await search("ship*", "-0", "--since", "2020")).out).toBe("sails\0");
    expect((await search("ship", "-0", "--drafts")).out).toBe("draft\0ships\0sails\0");
    expect((await search("ship*", "-0", "-n", "1")).out).toBe("ships\0");
  });

  test("several operands are one query", async () => {
    expect((await search("note:ships", "start", "-0")).out).toBe("sails\0");
    const root = temporaryLibrary(files);
    expect((await run(["search", "-0", "-d", root, "--", "ship*", "-rigging"])).out).toBe("ships\0");
  });

  test("nothing found: exit 1, and the nearest spelling", async () => {
    expect(await search("riging")).toEqual({
      out: "",
      err: "ibid: riging: no essay matches; did you mean rigging?\n",
      code: 1,
    });
    // Only words are corrected, not the name of a field before them.
    const root = temporaryLibrary({ "a.md": "It is a fine day.\n" });
    expect(await run(["search", "mine:mine", "-d", root])).toEqual({
      out: "",
      err: "ibid: mine:mine: no essay matches\n",
      code: 1,
    });
    // The better spelling must match the expression, too.
    expect((await search("riging", "-e", "r[i]g")).err).toContain("did you mean rigging?");
    expect((await search("riging", "-e", "zz+z")).err).toBe("ibid: zz+z riging: no essay matches\n");
    // Where the better spelling would find nothing either, none is offered.
    expect((await search("riging zzzzzz")).err).toBe("ibid: riging zzzzzz: no essay matches\n");
    expect((await search(" ")).err).toBe("ibid: the query is empty\n");
    expect((await search("zzzzzz")).err).toBe("ibid: zzzzzz: no essay matches\n");
    expect((await search("?!")).err).toBe("ibid: ?!: there is no word in it to search for\n");
    expect(JSON.parse((await search("zzzzzz", "--json")).out)).toEqual({
      version: 1,
      query: "zzzzzz",
      results: [],
    });
  });

  test("on a terminal the best come first and do not scroll away", async () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, nth) => [`${nth}.md`, "A needle."]));
    const { out, err } = await run(["search", "needle", "-d", temporaryLibrary(many)], {
      outIsTerminal: true,
    });
    expect(out.match(/needle/g)).toHaveLength(10);
    expect(err).toBe("ibid: showing the best 10 of 30 essays; --all shows all of them\n");
  });

  test("nothing that an essay says is an order for the terminal", async () => {
    const evil = {
      "a.md": essay({ title: "A \u009b31m needle" }, "Text \u001b]0;x\u0007 needle \u202e end &#27;[2J\n"),
    };
    for (const format of ["text", "ansi", "tsv", "json", "jsonl"]) {
      const { out } = await run(["search", "needle", "-f", format, "-d", temporaryLibrary(evil)]);
      // eslint-disable-next-line no-control-regex
      expect(out.replace(/\u001b\[[\d;]*m/g, "")).not.toMatch(
        /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/,
      );
    }
  });
});

describe("ibid list --match", () => {
  test("what the filter finds, best first; in an order, if one is asked for", async () => {
    const root = temporaryLibrary(files);
    expect((await run(["list", "-0", "-m", "ship", root])).out).toBe("ships\0");
    expect((await run(["list", "-0", "-m", "s", root])).out).toBe("ships\0sails\0");
    expect((await run(["list", "-0", "-m", "s", "-s", "order", root])).out).toBe("sails\0ships\0");
    expect((await run(["list", "-0", "-m", "s", "-n", "1", root])).out).toBe("ships\0");
    expect((await run(["list", "-m", "zzz", root])).code).toBe(1);
  });
});
