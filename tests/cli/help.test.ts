/**
 * Help: within 80 columns, and true.
 */
import { describe, expect, test } from "vitest";
import { CONFIG_KEYS } from "../../src/app/config-keys.ts";
import { choosingFlags, type Flag } from "../../src/app/flags.ts";
import { type Command, commands, read } from "../../src/cli/commands.ts";
import { TOPIC_NAMES } from "../../src/cli/topics.ts";
import { contextTitle, CONTEXTS, keymap, keyName } from "../../src/reader/keymap.ts";
import { RULE_NAMES } from "../../src/library/check/finding.ts";
import { configName } from "../../src/reader/remap.ts";
import { run } from "../support/io.ts";
import { essay, temporaryLibrary } from "../support/library.ts";

const files = {
  "b.md": essay(
    { title: "B", order: 2, tags: ["y"] },
    "To [a](/a), a word.[^1]\n\n[^1]: Note.\n[^2]: Unused.\n",
  ),
  "a.md": essay({ title: "A", order: 3, tags: ["x", "y"] }, "A word and [b](/b).\n"),
};

describe("no page is wider than 80 columns", () => {
  const pages = [
    ["--help"],
    ...commands.map(({ name }) => [name, "--help"]),
    ...TOPIC_NAMES.map((name) => ["help", name]),
  ];
  test.each(pages)("%s %s", async (...argv) => {
    const { out, err, code } = await run(argv.filter((word) => typeof word === "string"));
    expect([err, code]).toEqual(["", 0]);
    expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
    expect(out.split("\n").filter((line) => line !== line.trimEnd())).toEqual([]);
  });
});

test("each topic that --help lists is reached by its name", async () => {
  const { out } = await run(["--help"]);
  const listed = /^Topics:\n((?: .*\n)+)/m.exec(out)?.[1]?.match(/^ {2}[a-z]\S*/gm) ?? [];
  expect(listed.length).toBe(TOPIC_NAMES.length);
  for (const name of listed.map((one) => one.trim())) {
    const page = await run(["help", name]);
    expect([name, page.code, page.out.startsWith("Usage:")]).toEqual([name, 0, false]);
  }
});

describe("a default that help names is what is done without the flag", () => {
  const operands: Readonly<Record<string, readonly string[]>> = {
    show: ["a", "b"],
    search: ["word"],
    links: ["a"],
  };
  // Essays are named, or chosen.
  const operandsOf = (name: string, flag: Flag): readonly string[] =>
    name === "show" && choosingFlags.includes(flag) ? ["--all"] : (operands[name] ?? []);
  // A default for a terminal is no value of the flag: its words are.
  const cases = [read, ...commands].flatMap((command) =>
    command.flags
      .filter(
        (flag): flag is Flag & { usual: string } => flag.usual !== undefined && !flag.usual.includes(" "),
      )
      .map((flag) => [command.name, flag.name, command, flag] as const),
  );

  test("there are some of each kind", () => {
    expect(cases.length).toBeGreaterThan(15);
  });

  test.each(cases)("%s --%s", async (name, _, command: Command, flag) => {
    const root = temporaryLibrary(files);
    const argv = [...(command === read ? [] : [name]), ...operandsOf(name, flag), "-d", root];
    const [own, cache] = [temporaryLibrary({}), temporaryLibrary({})];
    const world = { env: { IBID_CONFIG: "", IBID_CACHE: cache, IBID_STATE: own }, cwd: root };
    const plain = await run(argv, world);
    expect(await run([...argv, `--${flag.name}`, flag.usual], world)).toEqual(plain);
  });
});

describe("ibid help", () => {
  test("of a command is its --help; of nothing that of the program", async () => {
    expect((await run(["help", "list"])).out).toBe((await run(["list", "--help"])).out);
    expect((await run(["help"])).out).toBe((await run(["--help"])).out);
  });

  test("takes one command or topic", async () => {
    expect(await run(["help", "list", "tags"])).toEqual({
      out: "",
      err: "ibid: help takes one command or topic, not 2 (see ibid --help)\n",
      code: 2,
    });
  });

  test("answers a slip with what is near", async () => {
    expect((await run(["help", "templtes"])).err).toContain(
      "templtes: no such command or topic; did you mean templates?",
    );
  });

  test("a folder and an essay are no command, and the message says how to open it", async () => {
    expect((await run(["essays", "tables"])).err).toBe(
      "ibid: essays: no such command; to open an essay of a folder: ibid -d essays tables (see ibid --help)\n",
    );
    expect((await run(["./check/", "tables"])).err).toContain("ibid -d ./check/ tables");
    expect((await run(["serach", "ship"])).err).toContain("serach: no such command; did you mean search?");
  });

  test("has every rule of check, every key of the config file, every key of the reader", async () => {
    const check = (await run(["check", "--help"])).out;
    for (const rule of RULE_NAMES) expect(check).toContain(`  ${rule} `);
    const config = (await run(["help", "config"])).out;
    for (const table of ["[libraries]", "@blog", "[keys.SCREEN]"]) expect(config).toContain(table);
    for (const key of Object.keys(CONFIG_KEYS)) expect(config).toMatch(new RegExp(`^ {2}${key} `, "m"));
  });

  test("of keys has each key of each screen once: in the list of the screen, or in the shared one", async () => {
    const words = (text: string): string =>
      `${text
        .replace(/\n {2}(?=\S)/g, " ¦ ")
        .replace(/\s+/g, " ")
        .trim()} ¦`;
    const page = (await run(["help", "keys"])).out;
    const [shared = "", ...sections] = page.split("\n\n").map(words);
    expect(sections.length).toBe(CONTEXTS.length);
    for (const [nth, context] of CONTEXTS.entries()) {
      expect(sections[nth]).toContain(contextTitle(context));
      for (const { keys, action, help } of keymap[context].filter((one) => one.keys.length > 0)) {
        const row = `¦ ${keys.map(keyName).join(" ")} ${configName(action)} ${help} ¦`;
        expect([row, shared.includes(row) !== sections[nth]!.includes(row)]).toEqual([row, true]);
      }
    }
  });

  test("of keys has the user's own", async () => {
    const folder = temporaryLibrary({ "config.toml": '[keys]\nquit = "X"\n' });
    const env = { IBID_CONFIG: `${folder}/config.toml`, IBID_CACHE: "", IBID_STATE: "" };
    expect((await run(["help", "keys"], { env })).out).toMatch(/^ {2}X\s+\S/m);
  });
});

test("mistakes in the table of keys are named by every command, with their line", async () => {
  const folder = temporaryLibrary({ ...files, "config.toml": '[keys]\nqiut = "X"\n' });
  const env = { IBID_CONFIG: `${folder}/config.toml`, IBID_CACHE: "", IBID_STATE: "" };
  const { err, code } = await run(["list", "-d", folder], { env });
  expect(err).toMatch(/config\.toml:2: .*qiut.*did you mean quit\?/);
  expect(code).toBe(0);
});
