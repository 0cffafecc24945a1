/**
 * How an essay is named on the command line, and how several are chosen.
 */
import { describe, expect, test } from "vitest";
import { run } from "../support/io.ts";
import { essay, temporaryLibrary } from "../support/library.ts";

const files = {
  "how-wide.md": essay({ title: "How wide", order: 3, tags: ["a"] }),
  "how-deep.md": essay({ title: "How deep", order: 4, tags: ["a"] }),
  "notes/2024.md": essay({ title: "A year" }),
  "drafts/how-will.md": essay({ title: "Will" }),
  "7.md": essay({ title: "Seven by its slug" }),
  "seventh.md": essay({ title: "Seventh by its order", order: 7 }),
};

async function path(name: string): Promise<string> {
  const root = temporaryLibrary(files);
  const { out, err } = await run(["path", name, "-d", root]);
  return (out + err).replace(`${root}/`, "").trim();
}

describe("an essay is named by", () => {
  test.each([
    ["the beginning of its slug", "how-wi", "how-wide.md"],
    ["its order without the sign", "3", "how-wide.md"],
    ["a slug that is a number before an order", "7", "7.md"],
    ["the sign, and then its order", "#7", "seventh.md"],
    ["the beginning of a slug that is a number", "20", "notes/2024.md"],
  ])("%s", async (_, name, file) => {
    expect(await path(name)).toBe(file);
  });

  test("a beginning that several have names none of them", async () => {
    expect(await path("how")).toBe("ibid: how: 2 essays match; did you mean how-deep or how-wide?");
  });

  test("a folder without essays", async () => {
    const root = temporaryLibrary({ ...files, "pictures/x.png": "" });
    const { err, code } = await run(["show", "pictures/", "-d", root], { cwd: root });
    expect([err, code]).toEqual(["ibid: pictures/: a folder without essays of this library\n", 2]);
  });
});

test("an essay that is named by its path holds the pages that it wants within it", async () => {
  const root = temporaryLibrary({ "m.md": "![[Other page]]\n", "in/Other page.md": "Its words.\n" });
  const elsewhere = temporaryLibrary({ "x.md": "X" });
  for (const [name, options] of [
    ["m.md", { cwd: root }],
    [`${root}/m.md`, { cwd: elsewhere }],
  ] as const)
    for (const library of [root, elsewhere])
      expect((await run(["show", name, "-d", library], options)).out).toContain("Its words.");
});

describe("essays are chosen", () => {
  test("by the flags of list, in their order; all of them by --all", async () => {
    const root = temporaryLibrary(files);
    const titles = async (...flags: string[]): Promise<string[]> =>
      (await run(["show", "-f", "markdown", "-d", root, ...flags])).out.match(/^# .*$/gm) ?? [];
    expect(await titles("-t", "a", "-s", "title")).toEqual(["# How deep", "# How wide"]);
    expect(await titles("-t", "a", "-n", "1")).toEqual(["# How wide"]);
    expect(await titles("--all")).toHaveLength(5);
    expect(await titles("--all", "--drafts")).toHaveLength(6);
  });

  test("or named, not both; one of them must be", async () => {
    const root = temporaryLibrary(files);
    expect(await run(["show", "7", "-t", "a", "-d", root])).toMatchObject({ out: "", code: 2 });
    expect(await run(["show", "--drafts", "-d", root])).toMatchObject({ out: "", code: 2 });
    expect((await run(["show", "how-will", "--drafts", "-d", root])).code).toBe(0);
    expect(await run(["show", "--since", "2031", "-d", root])).toEqual({
      out: "",
      err: "ibid: no essay matches these options\n",
      code: 1,
    });
  });
});
