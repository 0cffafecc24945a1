/**
 * One rule for every list: formats, limits, templates, empty answers; and what is chosen by links and conditions.
 */
import { describe, expect, test } from "vitest";
import { commands } from "../../src/cli/commands.ts";
import { type Ran, run } from "../support/io.ts";
import { essay, temporaryLibrary } from "../support/library.ts";

const files = {
  "a.md": essay(
    { title: "A, first", order: 1, tags: ["x", "y"], author: "Ann", date: "2026-04-30" },
    "To [b](/b) and [c](/c).\n",
  ),
  "b.md": essay(
    { title: "B", order: 2, tags: ["x"], date: "2024-02" },
    "To [c](c.md#no), [b](/b), [gone](gone.md).\n",
  ),
  "c.md": essay({ title: 'C "quoted"', order: 3 }, "To none.\n"),
  "lone.md": essay({ title: "Lone", order: 4 }),
  "drafts/d.md": essay({ title: "D", order: 5 }, "To [lone](/lone).\n"),
};

/** The commands that print lists, as they are called here. */
const LISTS: readonly (readonly string[])[] = [["list"], ["tags"], ["links", "--all"], ["search", "to"]];

function inLibrary(argv: readonly string[], own: Record<string, string> = files): Promise<Ran> {
  return run([...argv, "-d", temporaryLibrary(own)]);
}

async function slugs(...flags: string[]): Promise<string> {
  return (await inLibrary(["list", "--template", "{{slug}}", ...flags])).out.trim().replaceAll("\n", " ");
}

describe.each(LISTS.map((argv) => [argv.join(" "), argv] as const))("%s", (_, argv) => {
  test.each(["text", "ansi", "tsv", "csv", "json", "jsonl"])("-f %s", async (format) => {
    const { out, code } = await inLibrary([...argv, "-f", format]);
    expect([out.trim() === "", code]).toEqual([false, 0]);
  });

  test("csv has a header, and as many cells in each row; tsv the same without it", async () => {
    const rows = (await inLibrary([...argv, "-f", "csv"])).out.trimEnd().split("\n");
    // Commas within quotation marks part no cells.
    const cells = rows.map((row) => row.replaceAll(/"[^"]*"/g, "").split(",").length);
    expect(new Set(cells).size).toBe(1);
    const tsv = (await inLibrary([...argv, "-f", "tsv"])).out.replace(/\n$/, "").split("\n");
    expect(tsv).toHaveLength(rows.length - 1);
    expect(new Set(tsv.map((row) => row.split("\t").length))).toEqual(new Set(cells));
  });

  test("jsonl has an item a line, as many as json has", async () => {
    const root = temporaryLibrary(files);
    const lines = (await run([...argv, "-f", "jsonl", "-d", root])).out.trimEnd().split("\n");
    const whole = JSON.parse((await run([...argv, "--json", "-d", root])).out) as Record<string, unknown>;
    const items = Object.values(whole).find((value): value is unknown[] => Array.isArray(value))!;
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(items);
  });

  test("-n is at least 1", async () => {
    expect(await inLibrary([...argv, "-n", "0"])).toMatchObject({ out: "", code: 2 });
    expect((await inLibrary([...argv, "-n", "1", "-f", "jsonl"])).out.trimEnd().split("\n")).toHaveLength(1);
  });

  test("--json and another format are not both to be had", async () => {
    const { err, code } = await inLibrary([...argv, "--json", "--format", "tsv"]);
    expect([err, code]).toEqual([
      expect.stringContaining("--json and --format tsv contradict each other"),
      2,
    ]);
  });

  test("a template's key that nothing has is named", async () => {
    const { out, err, code } = await inLibrary([...argv, "--template", "{{colour}}"]);
    expect([out, code]).toEqual(["", 2]);
    expect(err).toContain("--template {{colour}}");
  });

  test("where there is nothing, standard error says so", async () => {
    const argvOfNone = argv[0] === "search" ? ["search", "qwxyz"] : argv;
    const own = argv[0] === "search" ? files : { "x.txt": "" };
    const { out, err, code } = await inLibrary(argvOfNone, own);
    expect([out, code]).toEqual(["", 1]);
    expect(err).toMatch(/^ibid: \S.*\n$/);
  });
});

test("every list has the formats of every other", () => {
  const formats = commands
    .filter(({ name }) => ["list", "tags", "links", "search"].includes(name))
    .map(({ flags }) => flags.find(({ name }) => name === "format")!.values!.filter((one) => one !== "dot"));
  expect(new Set(formats.map(String))).toEqual(new Set(["text,ansi,tsv,csv,json,jsonl"]));
});

test("a cell of csv is quoted where it must be (RFC 4180)", async () => {
  expect((await inLibrary(["list", "-f", "csv"])).out).toBe(
    [
      "order,slug,title,date,minutes,tags",
      '1,a,"A, first",2026-04-30,1,"x, y"',
      "2,b,B,2024-02,1,x",
      '3,c,"C ""quoted""",,1,',
      "4,lone,Lone,,1,",
      "",
    ].join("\n"),
  );
});

describe("essays are chosen", () => {
  test("by conditions", async () => {
    expect(await slugs("--where", "order>2")).toBe("c lone");
    expect(await slugs("--where", "order<=2", "--where", "author!=ann")).toBe("b");
    expect(await slugs("--where", "title~QUOT")).toBe("c");
    expect(await slugs("--where", "date>=2024", "--where", "date<2025")).toBe("b");
    expect((await inLibrary(["list", "--where", "title<z"])).err).toContain(
      "z is neither a number nor a date",
    );
  });

  test("by how long ago they were written", async () => {
    // The day of these tests is 6 May 2026.
    expect(await slugs("--since", "6d")).toBe("a");
    expect(await slugs("--since", "5d")).toBe("");
    expect(await slugs("--since", "1w")).toBe("a");
    expect(await slugs("--since", "27m")).toBe("a b");
    expect(await slugs("--until", "1y")).toBe("b");
  });

  test("by what links to what; a link from a draft counts where drafts do", async () => {
    expect(await slugs("--orphans")).toBe("a lone");
    expect(await slugs("--orphans", "--drafts")).toBe("a d");
    expect(await slugs("--links-to", "c")).toBe("a b");
    expect(await slugs("--links-to", "c", "--links-to", "b")).toBe("a");
    expect(await slugs("--linked-by", "a")).toBe("b c");
    expect(await slugs("--linked-by", "a", "-n", "1")).toBe("b");
    expect(await inLibrary(["list", "--links-to", "nope"])).toMatchObject({ out: "", code: 2 });
  });
});

describe("an empty list says why", () => {
  test.each([
    [["-m", "zzz"], "zzz: no essay matches"],
    [["--since", "2031"], "no essay matches these options"],
  ])("%o", async (flags, words) => {
    expect(await inLibrary(["list", ...flags])).toEqual({ out: "", err: `ibid: ${words}\n`, code: 1 });
  });

  test("where all essays are drafts", async () => {
    const { err } = await inLibrary(["list"], { "drafts/a.md": essay({ title: "A" }) });
    expect(err).toBe("ibid: all essays here are drafts; --drafts lists them\n");
  });
});

test("where room is short, titles stay and slugs give way", async () => {
  const title = "A title that says what the essay is about";
  const root = temporaryLibrary({
    [`${"a-very-long-slug".repeat(5)}.md`]: essay({ title, tags: ["one", "two"] }),
  });
  for (const columns of [100, 80]) {
    const { out } = await run(["list", "-d", root, "-f", "text"], { outIsTerminal: true, columns });
    expect(out).toContain(title);
  }
});

describe("links", () => {
  test("an essay and --all are not both to be had", async () => {
    expect(await inLibrary(["links", "--all", "a"])).toMatchObject({ out: "", code: 2 });
  });

  test("a heading that is not there is named; a template has every column", async () => {
    expect((await inLibrary(["links", "b"])).out).toContain("#no: no such heading");
    const template = "{{direction}} {{from}}>{{to}} {{href}}";
    expect((await inLibrary(["links", "a", "--template", template])).out).toBe("out a>b /b\nout a>c /c\n");
  });
});

describe("check", () => {
  const warning = { "a.md": "# A\n\nText[^1].\n\n[^1]: One.\n[^2]: Never cited.\n" };

  test("--severity error leaves warnings out, --max-warnings makes them count", async () => {
    expect(await inLibrary(["check"], warning)).toMatchObject({
      out: expect.stringContaining("warning") as string,
      code: 0,
    });
    expect(await inLibrary(["check", "--severity", "error"], warning)).toMatchObject({ out: "", code: 0 });
    expect((await inLibrary(["check", "--max-warnings", "0"], warning)).code).toBe(1);
    expect((await inLibrary(["check", "--max-warnings", "9"], warning)).code).toBe(0);
  });

  test("formats: a finding a line, in the same order", async () => {
    const lines = (await inLibrary(["check", "-f", "jsonl"], warning)).out.trimEnd().split("\n");
    const { findings } = JSON.parse((await inLibrary(["check", "--json"], warning)).out) as {
      findings: object[];
    };
    const rules = (of: readonly unknown[]): unknown[] => of.map((one) => (one as { rule: string }).rule);
    expect(rules(lines.map((line) => JSON.parse(line) as unknown))).toEqual(rules(findings));
    expect((await inLibrary(["check", "-f", "csv"], warning)).out).toMatch(
      /^file,line,column,severity,rule,message\n/,
    );
  });

  test("nothing to check is an error, with the reason", async () => {
    const root = temporaryLibrary({ "x.txt": "text", "empty/y.txt": "" });
    expect(
      await run(["check"], {
        cwd: root,
        env: { IBID_DIR: `${root}/empty`, IBID_CONFIG: "", IBID_CACHE: "" },
      }),
    ).toEqual({
      out: "",
      err: `ibid: ${root}/empty: no essays here to check\n`,
      code: 2,
    });
    expect((await run(["check", "x.txt"], { cwd: root })).err).toBe(
      "ibid: x.txt: not Markdown (.md, .markdown, .mdx, .qmd, .Rmd, .Rmarkdown)\n",
    );
    expect((await run(["check", "empty"], { cwd: root })).code).toBe(2);
  });
});
