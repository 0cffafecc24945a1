/**
 * Books: what EPUB 3.3 asks of a container, a package and its documents, read from the bytes.
 */
import { inflateRawSync } from "node:zlib";
import { Parser } from "htmlparser2";
import { describe, expect, test } from "vitest";
import { run } from "../support/io.ts";
import { essay, temporaryLibrary } from "../support/library.ts";

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const files = {
  "a.md": essay(
    {
      title: "A <ship>",
      date: "2025-07-08",
      lang: "en",
      author: ["Ann", { name: "Bo" }],
      tags: ["sea"],
      order: 1,
    },
    [
      "To [b](/b#end), [c](/c), [web](https://example.org/a b?x=1&y=2), [bad](http://[), [odd](https://example.org/50%?a=|#b#c), [code](javascript:alert(1)).[^1]",
      "## Part & parcel\n\n![a dot](dot.png)\n\n![far](https://example.org/x.png) ![none](no.png)",
      "Math $x^2 < y$ and\n\n$$\\frac{a}{b}$$",
      "- [x] done\n- [ ] open\n\n---\n\n| a | b |\n|---|:-:|\n| c[^2] | d |\n\nhard  \nbreak &#0; \u{fffe} &#27;[31m",
      "<details><summary>More</summary>\n\nInside [![dot](dot.png)](/b).\n\n</details>",
      "[^1]: A note[^3], with **strength**.\n[^2]: In a table.\n[^3]: Within a note.",
    ].join("\n\n"),
  ),
  "b.md": essay(
    { title: "B", lang: "de", date: "2026-01", order: 2, tags: ["sea"] },
    "Zu [a](/a).\n\n## End\n\n![dot](/dot.png)\n",
  ),
  "c.md": essay({ title: "C" }),
  "dot.png": PNG,
};

async function book(...args: string[]): Promise<{ bytes: Buffer; entries: Entry[] }> {
  const { out, err } = await run(["show", ...args, "-f", "epub", "-d", temporaryLibrary(files)]);
  expect(err).toBe("");
  const bytes = Buffer.from(out, "latin1");
  return { bytes, entries: entriesOf(bytes) };
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly extra: number;
  readonly content: Buffer;
}

/** The files of a ZIP in their order (APPNOTE 6.3.10), by its central directory. */
function entriesOf(zip: Buffer): Entry[] {
  const end = zip.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1"));
  const entries: Entry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      zip.readUInt16LE(at + offset),
    );
    const name = zip.toString("utf8", at + 46, at + 46 + nameLength!);
    const local = zip.readUInt32LE(at + 42);
    const method = zip.readUInt16LE(local + 8);
    const extra = zip.readUInt16LE(local + 28);
    const start = local + 30 + zip.readUInt16LE(local + 26) + extra;
    const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    entries.push({ name, method, extra, content: method === 0 ? packed : inflateRawSync(packed) });
    at += 46 + nameLength! + extraLength! + commentLength!;
  }
  return entries;
}

/** A URI (RFC 3986, appendices A and B): only its characters, one number sign, percent signs before two digits. */
const URI =
  /^[a-z]+:(?:[\w\-.~:/?@!$&'()*+,;=]|%[\da-f]{2})*(?:#(?:[\w\-.~:/?@!$&'()*+,;=]|%[\da-f]{2})*)?$/i;

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The names of the elements around it. */
  readonly within: readonly string[];
}

/** The elements of a document; fails for what is not well-formed: every tag closed by its own, every entity one of XML's. */
function elementsOf(xml: string): Element[] {
  expect(xml).not.toMatch(/&(?!(?:amp|lt|gt|quot|#39);)/);
  expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
  const elements: Element[] = [];
  const open: string[] = [];
  const wrong: string[] = [];
  const ends = Array.from(xml.matchAll(/<(\/?)([\w:-]+)(?:\s+[\w:-]+="[^"<]*")*\s*(\/?)>/g));
  for (const [tag, closes, name = "", alone] of ends) {
    if (closes && open.pop() !== name) wrong.push(tag);
    if (!closes && !alone) open.push(name);
  }
  expect([...wrong, ...open]).toEqual([]);
  // Nothing but tags like these, the declaration and the document type begins with a bracket.
  expect(xml.match(/</g)).toHaveLength(ends.length + (xml.match(/<\?xml |<!DOCTYPE html>/g) ?? []).length);
  const around: string[] = [];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        elements.push({ name, attributes, within: [...around] });
        around.push(name);
      },
      onclosetag: () => void around.pop(),
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return elements;
}

test("the container: mimetype first, stored, bare; then what it names", async () => {
  const { bytes, entries } = await book("--all");
  expect(entries[0]).toMatchObject({ name: "mimetype", method: 0, extra: 0 });
  expect(entries[0]!.content.toString()).toBe("application/epub+zip");
  // As OCF says where a file's kind is looked for (EPUB 3.3, 4.3.3).
  expect(bytes.toString("latin1", 30, 58)).toBe("mimetypeapplication/epub+zip");
  const container = elementsOf(entries[1]!.content.toString());
  const root = container.find(({ name }) => name === "rootfile")!.attributes["full-path"];
  expect(entries.map(({ name }) => name)).toContain(root);
});

describe("the package", () => {
  test("names every file once, and every chapter in the spine", async () => {
    const { entries } = await book("--all");
    const contents = entries.filter(({ name }) => name.startsWith("EPUB/") && !name.endsWith(".opf"));
    const elements = elementsOf(entries.find(({ name }) => name.endsWith(".opf"))!.content.toString());
    const items = elements.filter(({ name }) => name === "item").map(({ attributes }) => attributes);
    expect(items.map(({ href }) => `EPUB/${href}`).sort()).toEqual(contents.map(({ name }) => name).sort());
    const ids = items.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const spine = elements
      .filter(({ name }) => name === "itemref")
      .map(({ attributes }) => attributes["idref"]);
    expect(spine).toEqual(["essay-1", "essay-2", "essay-3"]);
    expect(items.filter(({ properties }) => properties === "nav")).toHaveLength(1);
    expect(items.find(({ id }) => id === "essay-1")).toMatchObject({ properties: "mathml" });
    expect(items.find(({ href }) => href === "images/1.png")).toMatchObject({ "media-type": "image/png" });
  });

  test("says what the essay says of itself", async () => {
    const { entries } = await book("a");
    const source = entries.find(({ name }) => name.endsWith(".opf"))!.content.toString();
    for (const line of [
      "<dc:title>A &lt;ship&gt;</dc:title>",
      "<dc:language>en</dc:language>",
      "<dc:creator>Ann</dc:creator>",
      "<dc:creator>Bo</dc:creator>",
      "<dc:date>2025-07-08</dc:date>",
      "<dc:subject>sea</dc:subject>",
      '<meta property="dcterms:modified">2025-07-08T00:00:00Z</meta>',
    ])
      expect(source).toContain(line);
    expect(source).toMatch(/urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-a[\da-f]{3}-[\da-f]{12}</);
  });

  test("of several, what they were chosen by; --title says another", async () => {
    const titles = async (...args: string[]): Promise<string | undefined> =>
      /<dc:title>(.*?)</.exec((await book(...args)).entries[2]!.content.toString())?.[1];
    expect(await titles("-t", "sea")).toBe("sea");
    expect(await titles("-t", "sea", "--title", "At sea")).toBe("At sea");
  });
});

describe("the documents", () => {
  test("are well-formed, no id stands twice, and every address leads to something", async () => {
    const { entries } = await book("--all");
    const documents = new Map(
      entries
        .filter(({ name }) => name.endsWith(".xhtml"))
        .map(({ name, content }) => [name.slice("EPUB/".length), elementsOf(content.toString())]),
    );
    expect([...documents.keys()]).toEqual(["nav.xhtml", "1.xhtml", "2.xhtml", "3.xhtml"]);
    const idsOf = (elements: readonly Element[]): string[] =>
      elements.flatMap(({ attributes }) => attributes["id"] ?? []);
    const broken: string[] = [];
    let followed = 0;
    for (const [file, elements] of documents) {
      const ids = idsOf(elements);
      expect(new Set(ids).size).toBe(ids.length);
      expect(elements.filter(({ name, within }) => name === "a" && within.includes("a"))).toEqual([]);
      for (const { attributes } of elements) {
        const address = attributes["href"] ?? attributes["src"] ?? "#";
        const [path = "", anchor = ""] = address.split("#");
        const target = path === "" ? file : path;
        const isThere = entries.some(({ name }) => name === `EPUB/${target}`);
        const isNamed = anchor === "" || idsOf(documents.get(target) ?? []).includes(decodeURI(anchor));
        const isOnTheWeb = /^(?:https|mailto):/.test(address);
        if (isOnTheWeb ? !URI.test(address) : !isThere || !isNamed) broken.push(address);
        if (address !== "#") followed += 1;
      }
    }
    expect(broken).toEqual([]);
    expect(followed).toBeGreaterThan(20);
  });

  test("notes are what reading systems show at their mark, and lead back", async () => {
    const { entries } = await book("a");
    const source = entries.find(({ name }) => name === "EPUB/1.xhtml")!.content.toString();
    const elements = elementsOf(source);
    const notes = elements.filter(({ attributes }) => attributes["epub:type"] === "footnote");
    expect(notes.map(({ name, attributes }) => [name, attributes["id"]])).toEqual([
      ["aside", "note:1"],
      ["aside", "note:2"],
      ["aside", "note:3"],
    ]);
    const marks = elements.filter(({ attributes }) => attributes["epub:type"] === "noteref");
    expect(marks.map(({ attributes }) => attributes["href"])).toEqual(["#note:1", "#note:2", "#note:3"]);
    expect(source).toContain(
      '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">',
    );
    expect(source).toContain('<math xmlns="http://www.w3.org/1998/Math/MathML"');
  });

  test("a picture is in it once, one on the web is a link, one that is not there its text", async () => {
    const { entries } = await book("--all");
    expect(entries.filter(({ name }) => name.startsWith("EPUB/images/"))).toHaveLength(1);
    const source = entries.find(({ name }) => name === "EPUB/1.xhtml")!.content.toString();
    expect(source).toContain('<img src="images/1.png" alt="a dot"/>');
    expect(source).toContain('<a class="image" href="https://example.org/x.png">far</a>');
    expect(source).toContain('<span class="image">none</span>');
    expect(source).not.toMatch(/javascript|src="http/);
  });
});

test("the same essays give the same bytes, in any zone", async () => {
  const zone = process.env["TZ"];
  const first = await book("--all", "--title", "All");
  process.env["TZ"] = "Pacific/Kiritimati";
  const second = await book("--all", "--title", "All");
  if (zone === undefined) delete process.env["TZ"];
  else process.env["TZ"] = zone;
  expect(first.bytes.equals(second.bytes)).toBe(true);
});

test("is binary, and not for a terminal", async () => {
  const { out, err, code } = await run(["show", "a", "-f", "epub", "-d", temporaryLibrary(files)], {
    outIsTerminal: true,
  });
  expect([out, code]).toEqual(["", 2]);
  expect(err).toContain("epub is binary; write it to a file with -o FILE");
});
