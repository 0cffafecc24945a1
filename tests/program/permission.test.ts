/**
 * Under Node.js's permission model, with the rights that the guide names and no more.
 */
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { essay, temporaryLibrary } from "../support/library.ts";
import { open, type Piped, pipe, program } from "../support/program.ts";

/** A library, the flags of the guide for it, and an environment with folders of its own. */
function place(essays = 3): { root: string; env: Record<string, string> } {
  const root = temporaryLibrary(
    Object.fromEntries(
      Array.from({ length: essays }, (_, nth) => [
        `essay-${nth}.md`,
        essay({ title: `Essay ${nth}`, order: nth }, "Words[^1].\n\n[^1]: A note.\n"),
      ]),
    ),
  );
  const home = temporaryLibrary({});
  for (const name of ["cache", "state"]) mkdirSync(join(home, name));
  const flags = [
    "--permission",
    `--allow-fs-read=${dirname(program)}/`,
    `--allow-fs-read=${root}/`,
    `--allow-fs-read=${home}/`,
    `--allow-fs-write=${home}/`,
  ];
  const env = {
    NODE_OPTIONS: flags.join(" "),
    IBID_CACHE: join(home, "cache"),
    IBID_STATE: join(home, "state"),
    IBID_CONFIG: "",
  };
  return { root, env };
}

describe("node --permission", () => {
  async function ran(argv: string[], own = place()): Promise<Piped> {
    return pipe([...argv, "-d", own.root], { env: own.env });
  }

  test("commands work as ever", async () => {
    expect(await ran(["list", "--template", "{{slug}}"])).toMatchObject({
      out: "essay-0\nessay-1\nessay-2\n",
      err: "",
      code: 0,
    });
    expect((await ran(["search", "note:note", "-0"])).out.split("\0")).toHaveLength(4);
    expect((await ran(["show", "essay-1"])).out).toContain("[1] A note.");
    expect(await ran(["check"])).toMatchObject({ out: "", code: 0 });
  });

  test("files are read without threads, however many there are", async () => {
    const own = place(400);
    const { out, err, code } = await ran(["list", "-0"], own);
    expect([out.split("\0").length, err, code]).toEqual([401, "", 0]);
  });

  test("what is not permitted is said in a sentence", async () => {
    const own = place();
    const elsewhere = temporaryLibrary({ "a.md": "Text.\n" });
    const { err, code } = await pipe(["list", "-d", elsewhere], { env: own.env });
    expect(err).toMatch(/^ibid: .*: Node\.js does not permit it without --allow-fs-read\n$/);
    expect(code).toBe(2);
  });

  test("the reader opens no editor, and stays", async () => {
    const own = place();
    const screen = open([own.root], { columns: 100, rows: 24 }, { env: { ...own.env, EDITOR: "true" } });
    await screen.shows("Essay 2");
    screen.type("\r");
    await screen.shows("A note.");
    screen.type("e");
    await screen.shows("restricted");
    screen.type("qq");
    expect((await screen.exit).exitCode).toBe(0);
  });
});
