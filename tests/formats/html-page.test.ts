/**
 * Pages that stand alone: what links lead to is on the page, and a browser is told the language.
 */
import { parse } from "parse5";
import { describe, expect, test } from "vitest";
import { run } from "../support/io.ts";
import { essay, temporaryLibrary } from "../support/library.ts";

/** The least PNG that is one: a pixel. */
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const files = {
  "a.md": essay(
    { title: "A", lang: "en_GB", tags: ["sea", "a & b"], author: "Ann", description: "Of $a^2$." },
    [
      "To [b](/b), [its end](b.md#the-end), [here](#part), [there](#nowhere), [c](c.md), [out](https://example.org).",
      "## Part\n\n![a dot](dot.png) ![none](no.png) ![outside](../out.png) ![drawn](d.svg)",
      "## Part {#twice}\n\n## Other {#twice}\n\n## !?",
      "Noted[^1] and [linked[^2]](/b).\n\n[^1]: One.\n[^2]: Two.",
    ].join("\n\n"),
  ),
  "b.md": essay({ title: "B", lang: "de" }, "See [a](/a).\n\n## The end\n"),
  "c.md": essay({ title: "C" }),
  "dot.png": PNG,
  "d.svg":
    '<svg width="1"><script>alert(1)</script><path d="M0 0" onclick="x()"/><a href="https://x"/></svg>',
};

async function page(...args: string[]): Promise<string> {
  const root = temporaryLibrary({ ...files, "sub/x.md": "" });
  const { out } = await run(["show", ...args, "-f", "html", "-d", root]);
  const errors: unknown[] = [];
  parse(out, { onParseError: (error) => errors.push(error) });
  expect(errors).toEqual([]);
  const ids = Array.from(out.matchAll(/ id="([^"]*)"/g), ([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, anchor = ""] of out.matchAll(/ href="#([^"]*)"/g)) expect(ids).toContain(decodeURI(anchor));
  return out;
}

describe("one essay", () => {
  test("has its language, its landmark, its tags and what is said of it", async () => {
    const out = await page("a");
    expect(out).toContain('<html lang="en-GB">');
    expect(out).toMatch(/<main>\n<article[^>]*>\n<h1/);
    expect(out).toContain('<span dir="auto">Ann</span> · <span dir="auto">sea, a &amp; b</span>');
    expect(out).toContain('<meta name="author" content="Ann">');
    expect(out).toContain('<meta name="description" content="Of a².">');
    expect(out).toContain('<meta name="keywords" content="sea, a &amp; b">');
    expect(out).toContain("@media print");
  });

  test("without a language of its own has that of its words; none if its script is of no language that is known", async () => {
    const html = async (body: string): Promise<string> =>
      (await run(["show", "-", "-f", "html"], { input: body, cwd: temporaryLibrary({ "x.md": "x" }) })).out;
    const french =
      "Le navire et la mer: les vents ne sont pas dans le port, et nous sommes avec vous pour une nuit.\n";
    expect(await html(french)).toContain('<html lang="fr">');
    expect(await html("これは日本語の文章です。船と海について書かれています。\n")).toContain("<html>");
  });

  test("links lead within it where they can; a heading that is not there is no link", async () => {
    const out = await page("a");
    expect(out).toContain('<a href="#part">here</a>');
    expect(out).toContain(", there, ");
    // No link stands in a link.
    expect((await page("a", "b")).match(/<a href="#2-top:">linked<sup[^>]*>2<\/sup><\/a>/)).not.toBeNull();
  });

  test("to essays that are not on it they lead by the site of the library, or are words", async () => {
    const out = await page("a");
    expect(out).toContain("To b, its end, ");
    expect(out).toContain('<a href="https://example.org" rel="noreferrer">out</a>');
    const body = "[b](/b) [c](b.md) [file](a.pdf) [root](/about/) [web](//example.net/x)";
    const root = temporaryLibrary({ "a.md": body, "b.md": "B", "_config.yml": "url: https://example.com\n" });
    const sited = (await run(["show", "a", "-f", "html", "-d", root])).out;
    expect(sited).toContain('<a href="https://example.com/b" rel="noreferrer">b</a> c <a href="a.pdf"');
    expect(sited).toContain('<a href="https://example.com/about/" rel="noreferrer">root</a>');
    expect(sited).toContain('<a href="https://example.net/x" rel="noreferrer">web</a>');
  });

  test("code names its language as highlighters of pages look for it", async () => {
    const input = '```js {1,2}\nx\n```\n\n```\ny\n```\n\n```a"b\nz\n```\n';
    const { out } = await run(["show", "-", "-f", "html"], { input, cwd: temporaryLibrary({ "x.md": "x" }) });
    expect(out).toContain('<pre><code class="language-js">x');
    expect(out).toContain("<pre><code>y");
    expect(out).toContain('<pre><code class="language-a&quot;b">z');
  });
});

describe("several essays", () => {
  test("lead to one another, each in its own language, under a list of them", async () => {
    const out = await page("a", "b");
    expect(out).toContain("<html>");
    expect(out).toContain('<article id="1-top:" lang="en-GB">');
    expect(out).toContain('<a href="#2-top:">b</a>');
    expect(out).toContain('<a href="#2-the-end">its end</a>');
    expect(out).toContain('<a href="#1-top:">a</a>');
    expect(out).toMatch(/<nav[^>]*>\n<ol>\n<li><a href="#1-top:">A<\/a><\/li>/);
  });

  test("named as files of no library do so too", async () => {
    const root = temporaryLibrary(files);
    const names = [`${root}/a.md`, `${root}/b.md`];
    const { out } = await run(["show", ...names, "-f", "html"], { cwd: temporaryLibrary({ "x.md": "x" }) });
    expect(out).toContain('<a href="#2-the-end">its end</a>');
  });

  test("--title names the page", async () => {
    expect(await page("a", "b", "--title", "Two <b>")).toContain("<title>Two &lt;b&gt;</title>");
  });
});

describe("--embed", () => {
  test("puts pictures of the library into the page, and no other file", async () => {
    const out = await page("a", "--embed");
    expect(out).toContain(`<img src="data:image/png;base64,${PNG.toString("base64")}" alt="a dot"/>`);
    expect(out).toContain('<img src="no.png" alt="none"/>');
    expect(out).toContain('<img src="../out.png" alt="outside"/>');
  });

  test("a drawing is written anew, without what runs or leads away", async () => {
    const out = await page("a", "--embed");
    const [, data = ""] = /src="data:image\/svg\+xml;base64,([^"]*)"/.exec(out)!;
    expect(Buffer.from(data, "base64").toString()).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="1"><path d="M0 0"></path><a></a></svg>\n',
    );
  });
});

test("films and sounds are played, and edits are what they are", async () => {
  const input =
    "![A bell](a.mp4) <audio src='b.mp3'></audio>\n\n<ins>new</ins> ~~old~~ <del>gone</del> <u>under</u>\n";
  const { out } = await run(["show", "-", "-f", "html"], { input, cwd: temporaryLibrary({ "x.md": "x" }) });
  expect(out).toContain(
    '<video controls="" preload="none" src="a.mp4"><a href="a.mp4" rel="noreferrer">▷ video A bell</a></video>',
  );
  expect(out).toContain('<audio controls="" preload="none" src="b.mp3">');
  expect(out).toContain("<ins>new</ins> <del>old</del> <del>gone</del> <u>under</u>");
});
