import { execFileSync } from "node:child_process";
import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { run } from "../support/io.ts";
import { essay, temporaryLibrary } from "../support/library.ts";

/** What is said of one essay beside two others: line, column, severity and rule of each finding. */
async function found(source: string, ...args: string[]): Promise<string[]> {
  const root = temporaryLibrary({
    "here.md": source,
    "to-ship.md": "---\ntitle: To ship\n---\n\n## The end\n",
    "other.md": "---\ntitle: Other\n---\n\nTo [ship](/to-ship).\n",
    "Capital-Essay.md": "---\ntitle: Capital\n---\n\nText.\n",
    "picture.png": "",
  });
  const { out } = await run(["check", ...args, root], { cwd: root });
  return out
    .trimEnd()
    .split("\n")
    .filter((line) => line.startsWith("here.md"))
    .map((line) => line.replace(/^here\.md:(\d+:\d+): (\w+): .* \[(.*)\]$/, "$1 $2 $3"));
}

const titled = (body: string): string => `---\ntitle: Here\n---\n\n${body}\n`;

describe("ibid check", () => {
  const cases: readonly [what: string, source: string, findings: string[]][] = [
    ["nothing", titled("A note[^1] and [a link](/to-ship#the-end).\n\n[^1]: Note."), []],
    ["a link to nothing at all", titled("An [empty]() link."), ["5:12 warning link-empty"]],
    [
      "links and images without an address",
      titled('![](<>) and [a]( )\n<img src="" alt="b"> [c](<>)'),
      [
        "5:5 warning link-empty",
        "5:17 warning link-empty",
        "6:10 warning link-empty",
        "6:26 warning link-empty",
      ],
    ],
    ["no title of a page that a template fills in", "---\nlayout: page\n---\n\nText.\n", []],
    ["front matter that does not parse", "---\ntitle: a: b\n---\n\nText.\n", ["2:9 error front-matter"]],
    ["an impossible date", "---\ntitle: A\ndate: 2025-02-30\n---\n\nText.\n", ["3:1 warning field"]],
    [
      "an address that is defined once and used twice",
      titled("[a] [b][a]\n\n[a]: /to-shop"),
      ["7:6 error link-missing"],
    ],
    ["a draft that is neither", "---\ntitle: A\ndraft: maybe\n---\n\nText.\n", ["3:1 warning field"]],
    ["tags that are no list", "---\ntitle: A\ntags:\n  a: b\n---\n\nText.\n", ["3:1 warning field"]],
    ["no title", "Text.\n", ["1:1 warning title-missing"]],
    ["a citation without a note", titled("One[^1] two[^x].\n\n[^1]: Note."), ["5:12 error footnote-missing"]],
    ["a bracket that is escaped", titled("A \\[^esc] b, \\[x][y] and \\&#1;."), []],
    [
      "a citation beside one that is escaped",
      titled("A \\[^x] b \\\\[^x]."),
      ["5:13 error footnote-missing"],
    ],
    [
      "closed code, and a definition behind it",
      titled("[a]\n\n```sh\nls\n```\n\n[a]: https://example.org"),
      [],
    ],
    ["a link of small letters to a file that has others", titled("[a](/capital-essay)"), []],
    ["a link of other letters", titled("[a](/TO-ship)"), ["5:5 warning link-case"]],
    [
      "short wiki links at their places",
      titled("[[to-ship]]\n\n- one [[PS]]\n- other [[Pg/Sub]] [[PS]]"),
      ["7:9 warning link-missing", "8:11 warning link-missing", "8:22 warning link-missing"],
    ],
    ["a wiki link in other letters", titled("[[To-Ship]]"), []],
    ["a link to a paragraph by its name", titled("[[here#^name1]]\n\nText. ^name1"), []],
    ["a link to a heading in a heading", titled("[[to-ship#Part#The end]]"), []],
    ["a formula behind its letters in prose", titled("An x.\n\n$\\frac{x}{2$"), ["7:12 warning formula"]],
    ["a formula that stands in code before", titled("Of `$\\foo$`.\n\n$\\foo$"), ["7:2 warning formula"]],
    [
      "a formula that stands in a fence and in a comment before",
      titled("```\n$\\foo$\n```\n\n<!-- $\\foo$ -->\n\nOf $\\foo$."),
      ["11:5 warning formula"],
    ],
    [
      "formulas that are equal, in elements and links",
      titled("A $\\foo$.\n\nB <span>$\\foo$</span>.\n\n[c $\\foo$](/to-ship)"),
      ["5:4 warning formula", "7:10 warning formula", "9:5 warning formula"],
    ],
    ["a display within a paragraph", titled("b $$x$$ and $$\n\\frac{1}\n$$ c"), ["6:9 warning formula"]],
    ["a display in a fence", titled("```math\nx\ny^\n```"), ["7:2 warning formula"]],
    ["a display with a number", titled("$$x^1^2$$ (3)"), ["5:6 warning formula"]],
    [
      "the TeX of MathML",
      titled(
        '<math><semantics><mi>y</mi><annotation encoding="application/x-tex">\\foo</annotation></semantics></math>',
      ),
      ["5:69 warning formula"],
    ],
    [
      "a formula in front matter's title",
      "---\ntitle: T $\\foo$ x\n---\n\nText.\n",
      ["2:11 warning formula"],
    ],
    [
      "formulas behind an escaped dollar, in a title, and in an attribute",
      titled('\\$\\foo$ and $\\foo$\n\n[c](/to-ship "$\\foo$") $\\foo$\n\n<b title="$\\foo$">$\\foo$</b>'),
      ["5:14 warning formula", "7:25 warning formula", "9:20 warning formula"],
    ],
    ["a display in a list in a quotation", titled("> - $$\n>   x\n>   y^\n>   $$"), ["7:6 warning formula"]],
    ["a formula with a reference of HTML", titled("$a &lt; \\foo$"), ["5:9 warning formula"]],
    [
      "a formula with bars in a table, beside code",
      titled("| `$\\foo$` | b |\n|---|---|\n| $\\|a\\|\\foo$ | $\\foo$ |"),
      ["7:9 warning formula", "7:18 warning formula"],
    ],
    ["a formula behind a tab in a list", titled("- a\n\n\t$x$ $\\foo$"), ["7:7 warning formula"]],
    ["a formula in a role", titled("A {math}`\\foo`."), ["5:10 warning formula"]],
    ["a formula in marked words", titled("==a $\\foo$ b=="), ["5:6 warning formula"]],
    [
      "a formula in a note, behind code",
      titled("A[^1].\n\n[^1]: B `$\\foo$`\n    $\\foo$"),
      ["8:6 warning formula"],
    ],
    ["a formula in a heading that is the title", "# Of $\\foo$\n\nText.\n", ["1:7 warning formula"]],
    [
      "a formula in a heading that repeats the title",
      "---\ntitle: Of $\\foo$\n---\n\n# Of $\\foo$\n\nAnd $x$.\n",
      ["2:12 warning formula", "5:7 warning formula"],
    ],
    [
      "a formula in the description",
      "---\ntitle: A\ndescription: Of $\\foo$\n---\n\nText.\n",
      ["3:18 warning formula"],
    ],
    ["a formula that a % ends", titled("Of $50%$."), ["5:7 warning formula"]],
    [
      "a formula with too many groups",
      titled(`$$${"x^{".repeat(201)}x${"}".repeat(201)}$$`),
      ["5:605 warning bound"],
    ],
    ["a display that is too long", titled(`$$\n${"x+".repeat(10_001)}1\n$$`), ["6:20001 warning bound"]],
    [
      "a formula with too many cells",
      titled(`$$\n${"\\sqrt{".repeat(190)}x${"}".repeat(190)}\n$$`),
      ["6:1 warning bound"],
    ],
    ["macros without end", titled("$\\def\\a{\\a\\a}\\a$"), ["5:2 warning bound"]],
    ["a formula that refers to none", titled("By $x = \\eqref{a}$."), ["5:5 warning formula"]],
    [
      "a reference to none",
      titled("By \\eqref{a}, \\cref{a,b}."),
      ["5:4 warning label-missing", "5:15 warning label-missing", "5:15 warning label-missing"],
    ],
    [
      "a reference of bookdown to none",
      titled("See `@ref(a)` and \\@ref(fig:a)."),
      ["5:19 warning label-missing"],
    ],
    ["a note without its colon", titled("One[^1].\n\n[^1] Note."), ["7:1 error footnote-colon"]],
    ["a note that nothing cites", titled("One.\n\n[^1]: Note."), ["7:1 warning footnote-unused"]],
    [
      "a note defined twice",
      titled("One[^a].\n\n[^a]: Note.\n\n[^A]: Again."),
      ["9:1 error footnote-duplicate"],
    ],
    ["brackets in code", titled("`[^1]` and\n\n```\n[^2] x\n```\n\n    [^3]\n"), []],
    [
      "a link to nowhere",
      titled("To [a](/to-nowhere) and [b](gone.md)."),
      ["5:8 error link-missing", "5:29 error link-missing"],
    ],
    [
      "an address that begins as another does",
      titled('![a](pic.png)\n\n<img src="pic">'),
      ["5:6 error image-missing", "7:11 error image-missing"],
    ],
    [
      "one address in a tag, an element and Markdown",
      titled(
        '{% asset_img foo.jpg %}\n\n<img src="foo.jpg">\n\n![x](foo.jpg)\n\nA.[^1]\n\n[^1]: ![x](foo.jpg)',
      ),
      [
        "5:14 error image-missing",
        "7:11 error image-missing",
        "9:6 error image-missing",
        "13:12 error image-missing",
      ],
    ],
    [
      "an address relative to the essay",
      titled("[a](gone-too/) [b](./#end) [c](Dockerfile.x)"),
      ["5:5 error link-missing", "5:20 warning link-heading", "5:32 warning file-missing"],
    ],
    [
      "an address written with an entity",
      titled("Text.\n\n[a](gone-a&amp;b.md)"),
      ["7:1 error link-missing"],
    ],
    ["an anchor in another script", titled("# فقط {#ترخيص-x}\n\n[b](#ترخيص-x)"), []],
    ["a page of the site", titled("See [me](/about), [a tag](/tags/x/) and [home](/)."), []],
    ["a link in another case", titled("[a](/To-Ship)"), ["5:5 warning link-case"]],
    [
      "a heading that is not there",
      titled("[a](/to-ship#the-beginning) [b](#here-not)"),
      ["5:5 warning link-heading", "5:33 warning link-heading"],
    ],
    [
      "anchors of other generators",
      titled("# What's *this*? {#own}\n\n[a](#what-s-this) [b](#whats-this) [c](#own)"),
      [],
    ],
    [
      "an image that does not exist",
      titled("![a](picture.png) ![b](./no.png)"),
      ["5:24 error image-missing"],
    ],
    ["a control character", titled("A bell\u0007 and\ttab."), ["5:7 error control-character"]],
    [
      "a control character by its number",
      titled("A &#27;[31m &#x9b; &#9; `&#27;` &#8212;."),
      ["5:3 error control-character", "5:13 error control-character"],
    ],
    ["a column after emoji", titled("👩‍🚀é[^x]"), ["5:5 error footnote-missing"]],
  ];
  test.each(cases)("%s", async (_, source, findings) => expect(await found(source)).toEqual(findings));

  test("bytes that are no UTF-8, files that are no text, duplicates", async () => {
    const root = temporaryLibrary({
      "a.md": new Uint8Array([0x23, 0x20, 0x41, 0x0a, 0x0a, 0xff, 0x0a]),
      "b.md": new Uint8Array([0x41, 0]),
      "c.md": "---\ntitle: C\nslug: same\norder: 1\n---\nText\n",
      "d.md": "---\ntitle: D\nslug: same\norder: 1\n---\nText\n",
      "same.md": "---\ntitle: Same\n---\nText\n",
      "sub/c.md": "---\ntitle: Another c\n---\nText\n",
    });
    const { out, err, code } = await run(["check", root], { cwd: root });
    expect(out.split("\n")).toEqual([
      "a.md:3:1: warning: contains bytes that are not UTF-8; they are shown as U+FFFD [encoding]",
      "b.md:1:1: error: not text: it contains NUL bytes [unreadable]",
      "d.md:1:1: warning: the slug same is that of c.md too [slug-duplicate]",
      "d.md:1:1: warning: the order 1 is that of c.md too [order-duplicate]",
      "same.md:1:1: warning: the slug same is that of c.md too [slug-duplicate]",
      "",
    ]);
    expect([err, code]).toEqual(["ibid: 1 error, 4 warnings in 5 essays\n", 1]);
  });

  test("rules can be chosen and left out; one that is not there is answered with the nearest", async () => {
    const source = "One[^x].\n";
    expect(await found(source, "--rule", "footnote-missing")).toEqual(["1:4 error footnote-missing"]);
    expect(await found(source, "--ignore", "footnote-missing,title-missing")).toEqual([]);
    const { err, code } = await run(["check", "--rule", "footnote-mising"]);
    expect(err).toContain("no such rule; did you mean footnote-missing?");
    expect(code).toBe(2);
  });

  test("files alone are checked with their library around them", async () => {
    const root = temporaryLibrary({ "a.md": "# A\n\n[b](/b) [c](c.md) [home](/)\n", "b.md": "No title\n" });
    const { out, err } = await run(["check", "a.md", "-d", root], { cwd: root });
    expect(out).toBe("a.md:3:13: error: c.md: no such essay [link-missing]\n");
    expect(err).toBe("ibid: 1 error, 0 warnings in 1 essay\n");
    expect((await run(["check", "nowhere.md"], { cwd: root })).code).toBe(2);
    const fine = await run(["check", "--ignore", "title-missing", "b.md", "-d", root], { cwd: root });
    expect(fine).toEqual({ out: "", err: "ibid: nothing wrong in 1 essay\n", code: 0 });
  });

  test("a named file that is no essay is passed over, as a hook names every file of a change", async () => {
    const root = temporaryLibrary({
      ".ibid.toml": "",
      "README.md": "For [nobody](gone.md).\n",
      "essays/a.md": "---\ntitle: A\n---\n\nText.\n",
    });
    const passed = "ibid: README.md: not an essay of this library; skipped\n";
    const alone = await run(["check", "README.md"], { cwd: root });
    expect(alone).toEqual({ out: "", err: passed, code: 0 });
    const both = await run(["check", "README.md", "essays/a.md"], { cwd: root });
    expect(both).toEqual({ out: "", err: `${passed}ibid: nothing wrong in 1 essay\n`, code: 0 });
  });

  test("pictures in the folder of a post, and addresses that are expressions", async () => {
    const root = temporaryLibrary({
      "a.md": "# A\n\n![a](foo.jpg) ![b](gone.jpg)\n\n<img src={useBaseUrl('/a.png')}>\n",
      "a/foo.jpg": "",
      "b.mdx":
        "# B\n\n<img src={require('./a.png').default} /> <img src={useBaseUrl('/a.png')} alt=\"x\"/>\n\n<img src=\"\"/>\n",
    });
    const { out } = await run(["check", root], { cwd: root });
    expect(out.trimEnd().split("\n")).toEqual([
      "a.md:3:20: error: gone.jpg: no such image [image-missing]",
      expect.stringMatching(/^b\.mdx:\d+:\d+: warning: an image without an address \[link-empty\]$/),
    ]);
  });

  test("Markdown that is no page of the site is named on standard error, and a link to it is no dead link", async () => {
    const root = temporaryLibrary({
      "hugo.toml": "",
      "README.md": "x",
      "content/a.md": "# A\n\n[b](b.md) [readme](../README.md) [c](../layouts/c.md) [d](../layouts/d.md)\n",
      "content/b.md": "# B\n",
      "layouts/c.md": "The words of a layout.\n",
    });
    const { out, err } = await run(["check", root], { cwd: root });
    expect(out).toMatch(
      /^content\/a\.md:3:\d+: error: \.\.\/layouts\/d\.md: no such essay \[link-missing\]\n$/,
    );
    expect(err).toContain("layouts: is a folder of which the site's generator makes no pages");
    const { out: shown } = await run(["show", "layouts/c.md"], { cwd: root });
    expect(shown).toContain("The words of a layout.");
    const listed = await run(["list", "-d", join(root, "layouts")], { cwd: root });
    expect(listed.out).toContain("C");
    expect(await run(["list", "-d", root, "-f", "tsv", "-s", "path"], { cwd: root })).toMatchObject({
      err: "",
    });
  });

  test("warnings alone do not fail", async () => {
    const root = temporaryLibrary({ "b.md": "Text[^1].\n\n[^1]: A note.\n\n[^2]: Idle.\n" });
    symlinkSync("/etc/passwd", join(root, "passwd.md"));
    const { out, err, code } = await run(["check", root], { cwd: root });
    expect(out.split("\n").map((line) => /\[[\w-]+\]/.exec(line)?.[0])).toEqual([
      "[title-missing]",
      "[footnote-unused]",
      "[unreadable]",
      undefined,
    ]);
    expect([err, code]).toEqual(["ibid: 0 errors, 3 warnings in 1 essay\n", 0]);
  });

  test("a reference in HTML is no link, and none whose label is defined is missing", async () => {
    const root = temporaryLibrary({ "a.md": "# A\n\n<p>[one][a]</p>\n\n[two][b]\n\n[a]: https://e.org\n" });
    const { out } = await run(["check", root], { cwd: root });
    expect(out).toContain("a.md:5:1: warning: no address is defined for [b] [reference-missing]");
    expect(out).not.toContain("[a]");
  });

  test("for GitHub's workflows, for scripts, and as SARIF", async () => {
    const root = temporaryLibrary({ "a,b.md": "# A\n\nOne[^100%].\n" });
    expect((await run(["check", "-f", "github", root], { cwd: root })).out).toBe(
      "::error file=a%2Cb.md,line=3,col=4,title=footnote-missing::there is no note [^100%25]\n",
    );
    expect(JSON.parse((await run(["check", "--json", root], { cwd: root })).out)).toMatchObject({
      version: 1,
      findings: [{ path: "a,b.md", line: 3, column: 4, severity: "error", rule: "footnote-missing" }],
    });
    const sarif = JSON.parse((await run(["check", "-f", "sarif", root], { cwd: root })).out) as object;
    expect(sarif).toMatchObject({
      version: "2.1.0",
      runs: [
        {
          tool: { driver: { name: "ibid" } },
          results: [
            {
              ruleId: "footnote-missing",
              level: "error",
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: "a,b.md" },
                    region: { startLine: 3, startColumn: 4 },
                  },
                },
              ],
            },
          ],
        },
      ],
    });
  });
});

test("most links of a form lead to essays: another of that form was meant to; a page of the site's root is none", async () => {
  const root = temporaryLibrary({
    "hugo.toml": 'baseURL = "https://e.org/"\n',
    "content/posts/a.md": essay(
      { title: "A" },
      "[b](/posts/b/) [c](/posts/c/) [d](https://e.org/posts/b/)\n",
    ),
    "content/posts/b.md": essay({ title: "B" }, "[c](https://e.org/posts/c/)\n"),
    "content/posts/c.md": essay(
      { title: "C" },
      "[1](/posts/nope/) [2](https://e.org/posts/nope/) [3](/nope)\n",
    ),
  });
  const { out } = await run(["check", "-d", root]);
  expect(out.match(/\S+: no such essay/g)).toEqual(["/posts/nope/: no such essay"]);
});

describe("an address from the site's root that no essay has", () => {
  const site = (config: string, links: string): Promise<string[]> => {
    const essays = Object.fromEntries(
      Array.from("abcdefghij", (letter) => letter.repeat(2)).map((name) => [
        `content/posts/${name}.md`,
        "# A\n\n[a](/posts/aa/) [b](/posts/bb/) [c](https://www.example.org/posts/cc)\n",
      ]),
    );
    const files = { ".git/HEAD": "", "hugo.toml": config, "static/posts/ready/index.html": "", ...essays };
    const root = temporaryLibrary({ ...files, "content/here.md": `# Here\n\n${links}\n` });
    return run(["check", root], { cwd: root }).then(({ out }) =>
      out
        .trimEnd()
        .split("\n")
        .flatMap(
          (line) => /here\.md:(\d+:\d+: \w+): (.*): no such essay/.exec(line)?.slice(1).join(" ") ?? [],
        ),
    );
  };
  const CONFIG = 'baseURL = "https://example.org/"\n[redirects]\nfrom = "/posts/moved"\n';

  test("is a warning in a full address of the site, if most others of its form lead to essays", async () => {
    expect(
      await site(CONFIG, "[n](https://example.org/posts/gone/) [m](https://example.org/talks/gone/)"),
    ).toEqual(["3:5: warning https://example.org/posts/gone/"]);
  });

  test("is none where the site has something else there", async () => {
    const links = "[r](https://example.org/posts/ready/) [m](https://example.org/posts/moved/)";
    expect(await site(CONFIG, `${links} [p](https://example.org/posts/2/) [f](/posts/feed/x.xml)`)).toEqual(
      [],
    );
    expect(await site("", "[n](https://example.org/posts/gone/)")).toEqual([]);
  });

  test("right at the root it is a warning where nearly all others lead to essays, but for the pages that sites have", async () => {
    const others = "[7](/nope) [8](/about) [9](/contact/)";
    const all = Array.from("abcdefghij", (letter) => `[x](/${letter}${letter}/) `).join("");
    expect(await site(CONFIG, `[1](/aa/) [2](/bb/) [3](/cc/) ${others}`)).toEqual([]);
    expect(await site(CONFIG, all + others)).toEqual(["3:105: warning /nope"]);
  });
});

test("a library is named as for every command, and what is none is reported as everywhere", async () => {
  const root = temporaryLibrary({ "blog/a.md": "# A\n\n[gone](gone.md)\n", "config.toml": "" });
  writeFileSync(join(root, "config.toml"), `[libraries]\nblog = "${join(root, "blog")}"\n`);
  execFileSync("mkfifo", [join(root, "fifo")]);
  const world = { cwd: root, env: { IBID_CONFIG: join(root, "config.toml") } };
  const named = await run(["check", "@blog"], world);
  expect([named.code, named.out]).toEqual([1, expect.stringContaining("a.md:3:")]);
  expect((await run(["check", "@blok"], world)).err).toContain("did you mean @blog?");
  expect((await run(["check", "fifo"], world)).err).toBe("ibid: fifo: neither a folder nor a file\n");
  const elsewhere = { ...world, env: { IBID_DIR: join(root, "nowhere") } };
  expect((await run(["check", "blog/a.md"], elsewhere)).out).toContain("a.md:3:");
});

test("SARIF encodes what ends the path of an address", async () => {
  const root = temporaryLibrary({ "C# or not?.md": "# A\n\n[gone](gone.md)\n" });
  const { out } = await run(["check", "-f", "sarif", root], { cwd: root });
  expect(out).toContain('"uri": "C%23%20or%20not%3F.md"');
});
