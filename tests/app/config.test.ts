import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readConfig } from "../../src/app/config.ts";
import { CONFIG_KEYS } from "../../src/app/config-keys.ts";
import { temporaryLibrary } from "../support/library.ts";
import { type Ran, run } from "../support/io.ts";

function config(text: string): ReturnType<typeof readConfig> & { file: string } {
  const file = join(temporaryLibrary({ "config.toml": text }), "config.toml");
  return { ...readConfig({ IBID_CONFIG: file }), file };
}

test("what is wrong is named with its line, and the rest holds", () => {
  const {
    config: values,
    complaints,
    file,
  } = config('width = 66\n# a word\nnotes = "left"\nwidht = 3\nmouse = "off"\nsort = "date"\n');
  expect(values).toEqual({ width: 66, sort: "date" });
  expect(complaints).toEqual([
    `${file}:3: notes must be one of auto, inline, margin, end, none`,
    `${file}:4: unknown key widht; did you mean width?`,
    `${file}:5: mouse must be true or false`,
  ]);
});

test.each([
  ["width = 5", "width must be a whole number of at least 20"],
  ["width = 60.5", "width must be a whole number of at least 20"],
  ["dir = 3", "dir must be text"],
  ['keys = "x"', "keys must be a table: [keys]"],
  ['libraries = "x"', "libraries must be a table: [libraries]"],
  ["libraries.blog = 3", "blog must be a folder"],
  ['libraries."a b" = "x"', "a b can't be a library's name: it must be one word"],
])("%s", (line, complaint) => {
  const { complaints, file } = config(line);
  expect(complaints).toEqual([`${file}:1: ${complaint}`]);
});

describe("lines that are no TOML are named, and left out", () => {
  test("one by one", () => {
    const own = config(
      'width = 66\n[libraries]\nblog = "/blog"\nmy notes = "/x"\nblog = "/other"\nvault = "/vault"\n',
    );
    expect(own.config).toEqual({ width: 66 });
    expect(own.libraries).toEqual({ blog: "/blog", vault: "/vault" });
    expect(own.complaints).toEqual([
      expect.stringContaining(`${own.file}:4:`),
      expect.stringContaining(`${own.file}:5:`),
    ]);
  });

  test("with all lines of a table whose header is one, since they would belong to another table", () => {
    const own = config('width = 66\n[libraries\nblog = "/blog"\n\n[keys]\nquit = "Q"\n');
    expect(own.config).toEqual({ width: 66 });
    expect(own.libraries).toEqual({});
    expect(own.keys).toEqual({ quit: "Q" });
    expect(own.complaints).toEqual([expect.stringContaining(`${own.file}:2:`)]);
  });

  test("unless there are too many of them", () => {
    const { config: values, complaints } = config(`width = 66\n${"Dear diary, today\n".repeat(30)}`);
    expect(values).toEqual({});
    expect(complaints.length).toBeLessThan(30);
  });
});

test("a file that is no TOML is told with line and column", () => {
  const { complaints, file } = config("width = 66\nnotes = \n");
  expect(complaints[0]).toMatch(new RegExp(`^${file}:2:\\d+: `));
});

test.each(['dir = "essays\nsort = "date"\n', 'dir = "essays', "dir = 'essays\r\n"])(
  "a string that is never closed is called that: %j",
  (text) => {
    expect(config(text).complaints[0]).toMatch(/:1:\d+: the string is not closed$/);
  },
);

test("a key is found in tables, dotted and inline", () => {
  const { placeOf, file } = config(
    'sort = "date"\n[keys]\ndown = "x"\n\n[keys.page]\nup = "y"\nshelf.q = "z"\n',
  );
  expect(placeOf(["keys", "down"])).toBe(`${file}:3`);
  expect(placeOf(["keys", "page", "up"])).toBe(`${file}:6`);
  expect(placeOf(["keys", "page"])).toBe(`${file}:5`);
  expect(config('keys = { page = { up = "y" } }').placeOf(["keys", "page", "up"])).toMatch(/:1$/);
});

test("a quoted key, a dot within quotes, and a table whose name begins like another's are found", () => {
  const { complaints, placeOf, file } = config(
    '[keys.page]\n"a.b" = "x"\n[libraries]\nblog = "x"\n"a b" = "y"\n\'c d\' = "z"\n"e\\u0020f" = "z"\n',
  );
  expect(complaints.map((one) => one.slice(0, one.indexOf(" ")))).toEqual(
    [5, 6, 7].map((line) => `${file}:${line}:`),
  );
  expect(placeOf(["keys", "page", "a.b"])).toBe(`${file}:2`);
  expect(placeOf(["keys", "page", "a", "b"])).toBe(`${file}:1`);
});

describe("a path", () => {
  const own = (): { folder: string; env: Record<string, string> } => {
    const folder = temporaryLibrary(FILES);
    return { folder, env: { IBID_CONFIG: join(folder, "config.toml"), IBID_CACHE: "", IBID_STATE: "" } };
  };
  const FILES = {
    "essays/a.md": "---\ntitle: A\n---\nText.\n",
    "config.toml": 'dir = "essays"\ntheme = "mine.toml"\n[libraries]\nwork = "essays"\nhome = "~/work"\n',
    "named.toml": 'dir = "@work"\n[libraries]\nwork = "essays"\n',
    "mine.toml": "note = { color = 8 }\n",
  };

  test("begins at the folder of the file, wherever ibid is started", async () => {
    const { folder, env } = own();
    for (const cwd of ["/", folder]) {
      expect((await run(["list", "-0"], { env, cwd })).out).toBe("a\0");
      expect((await run(["list", "-0", "-d", "@work"], { env, cwd })).out).toBe("a\0");
    }
    const { libraries } = readConfig(env);
    expect(libraries).toEqual({ work: join(folder, "essays"), home: join(homedir(), "work") });
  });

  test("may be the name of a library", async () => {
    const { folder, env } = own();
    const named = { ...env, IBID_CONFIG: join(folder, "named.toml") };
    expect((await run(["list", "-0"], { env: named, cwd: "/" })).out).toBe("a\0");
  });

  test("of a theme begins there too; on the command line, it begins at the current folder", async () => {
    const { folder, env } = own();
    const shown = (cwd: string, ...flags: string[]): Promise<Ran> =>
      run(["show", "a", "-f", "ansi", "--color", "always", ...flags], { env, cwd, outIsTerminal: true });
    expect((await shown("/")).err).toBe("");
    expect((await shown(folder, "--theme", "mine.toml")).err).toBe("");
    expect((await shown("/", "--theme", "mine.toml")).err).toContain("neither a theme nor a file");
    expect((await shown("/", "--theme", "~/no/such.toml")).err).toContain("neither a theme nor a file");
  });
});

test("is what flags are where they are not given", async () => {
  const folder = temporaryLibrary({
    "library/a.md": "---\ntitle: A\ndate: 2020-01-01\n---\nText.\n",
    "library/b.md": "---\ntitle: B\ndate: 2021-01-01\ndraft: true\n---\nText.\n",
    "config.toml": 'sort = "date"\ndrafts = true\nwidth = 30\n',
  });
  const env = { IBID_CONFIG: join(folder, "config.toml"), IBID_CACHE: "", IBID_STATE: "" };
  const listed = await run(["list", join(folder, "library"), "-0"], { env });
  expect(listed.out).toBe("b\0a\0");
  const flag = await run(["list", join(folder, "library"), "-0", "-s", "title"], { env });
  expect(flag.out).toBe("a\0b\0");
});

test("the measure of the file is for screens, not for pipes", async () => {
  const folder = temporaryLibrary({ "config.toml": "width = 30\n" });
  const env = { IBID_CONFIG: join(folder, "config.toml"), IBID_CACHE: "", IBID_STATE: "", NO_COLOR: "1" };
  const input = "Words and more words until the line is full and has to go on.\n";
  const lines = async (outIsTerminal: boolean): Promise<number> =>
    (await run(["show", "-"], { input, env, outIsTerminal })).out.trim().split("\n").length;
  expect(await lines(false)).toBe(1);
  expect(await lines(true)).toBe(2);
});

test("every key is in the guide", () => {
  const guide = readFileSync(join(import.meta.dirname, "../../docs/guide.md"), "utf8");
  for (const key of Object.keys(CONFIG_KEYS)) expect(guide).toContain(`\n${key} = `);
});
