/**
 * Completion in the shells themselves.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { commandsIn } from "../support/commands.ts";
import { essay, temporaryLibrary } from "../support/library.ts";
import { environment, open, pipe } from "../support/program.ts";

function has(shell: string): boolean {
  return spawnSync(shell, ["-c", "true"]).status === 0;
}

const files = {
  "essays/how-to-ship.md": essay({ title: "How to ship: a guide", tags: ["tech companies", "work"] }),
  "essays/how-to-stop.md": essay({ title: "How to stop" }),
  "essays/it's odd.md": essay({ title: "Odd" }),
  "file.txt": "",
};

/** A folder in which `ibid` is the program and its library has been read once, and an environment for it. */
async function place(
  essays: Record<string, string> = files,
): Promise<{ cwd: string; env: Record<string, string> }> {
  const cwd = temporaryLibrary(essays);
  const env = environment({ IBID_CACHE: join(cwd, "cache"), IBID_CONFIG: "" });
  await pipe(["list"], { cwd, env });
  return { cwd, env: { ...env, PATH: commandsIn(cwd) } };
}

describe.skipIf(!has("bash"))("bash", () => {
  /** What Tab offers at the end of each line, its words as bash has parted them. */
  async function offered(...lines: readonly string[][]): Promise<string[][]> {
    const { cwd, env } = await place();
    const script = [
      'eval "$(ibid completion bash)"',
      ...lines.flatMap((words) => [
        `COMP_WORDS=(ibid ${words.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(" ")})`,
        `COMP_CWORD=${words.length}`,
        "_ibid",
        'printf "%s\\n" "${COMPREPLY[@]}" =====',
      ]),
    ].join("\n");
    const { stdout, stderr } = spawnSync("bash", ["--norc", "-c", script], { cwd, env, encoding: "utf8" });
    expect(stderr).toBe("");
    return stdout
      .split("=====\n")
      .slice(0, -1)
      .map((one) => one.split("\n").filter((line) => line !== ""));
  }

  test("commands, slugs, flags, values and tags, quoted where they must be", async () => {
    const expected: [string[], string[]][] = [
      [["sho"], ["show"]],
      [
        ["show", "how"],
        ["how-to-ship", "how-to-stop"],
      ],
      [["show", "it"], ["it\\'s\\ odd"]],
      [["list", "--rev"], ["--reverse"]],
      [["list", "-t", "te"], ["tech\\ companies"]],
      [["list", "-t", "tech\\ c"], ["tech\\ companies"]],
      [["list", "-t", '"tech c'], ["tech companies"]],
      [
        ["list", "--format", "=", "js"],
        ["json", "jsonl"],
      ],
      [["list", "-t", "work,te"], ["work\\,tech\\ companies"]],
      [["list", "--where", "read", "=", "n"], ["no"]],
      [["list", "--where", "=", "read", "=", "n"], ["no"]],
      [
        ["list", "--where", "=", "read", "="],
        ["no", "begun", "yes"],
      ],
      [
        ["list", "--where", "'words"],
        ["words=", "words<", "words>", "words<=", "words>="],
      ],
      [["search", "tag", ":", "w"], ["work"]],
      [["help", "qu"], ["query"]],
      [["search", "-e", "fil"], []],
    ];
    expect(await offered(...expected.map(([line]) => line))).toEqual(expected.map(([, values]) => values));
  });
});

const hostile = {
  "essays/$(touch x).md": essay({ title: "A command" }),
  "essays/`touch y`.md": essay({ title: "Another" }),
  'essays/say "hi" now.md': essay({ title: "Marks" }),
  "essays/back\\slash.md": essay({ title: "Backslash" }),
  "essays/two\nlines.md": essay({ title: "Lines" }),
  "essays/-rf.md": essay({ title: "A flag" }),
  "essays/a:b.md": essay({ title: "Colon" }),
  "essays/!touch z.md": essay({ title: "History" }),
};

describe.skipIf(!has("bash"))("slugs that a shell would obey, in bash", () => {
  /** What the program is given when a line is typed, Tab and Enter pressed. */
  async function given(...lines: readonly string[]): Promise<string[]> {
    const { cwd, env } = await place(hostile);
    const screen = open(
      [],
      { columns: 100, rows: 80 },
      { cwd, env, command: "exec bash --norc --noprofile -i" },
    );
    screen.type(
      "PS1='> '; bind 'set enable-bracketed-paste off'; eval \"$(ibid completion bash)\"; echo rea''dy\r",
    );
    await screen.shows("ready");
    for (const [nth, line] of lines.entries()) {
      screen.type(`${line}\t`);
      screen.type(`; echo do''ne ${nth}\r`);
      await screen.shows(`done ${nth}`);
    }
    const text = await screen.shows("done");
    screen.type("exit\r");
    await screen.exit;
    expect(readdirSync(cwd).filter((name) => ["x", "y", "z"].includes(name))).toEqual([]);
    return text
      .filter((one) => one.startsWith("/") || one.startsWith("ibid:"))
      .map((one) => one.replace(/^.*essays\//, ""));
  }

  test("each is read as it is called, whatever mark is open, and nothing is run", async () => {
    expect(
      await given(
        'ibid path "$(',
        "ibid path '$(",
        "ibid path \\$\\(",
        'ibid path "\\`',
        "ibid path '`",
        "ibid path \\`",
        'ibid path "say',
        "ibid path say",
        "ibid path back",
        'ibid path "back',
        "ibid path two",
        "ibid path /",
        "ibid path -- -r",
        "ibid path a",
        'ibid path "!t',
        "ibid path '!t",
      ),
    ).toEqual([
      "$(touch x).md",
      "$(touch x).md",
      "$(touch x).md",
      "`touch y`.md",
      "`touch y`.md",
      "`touch y`.md",
      'say "hi" now.md',
      'say "hi" now.md',
      "back\\slash.md",
      "back\\slash.md",
      "two lines.md",
      "-rf.md",
      "-rf.md",
      "a:b.md",
      "!touch z.md",
      "!touch z.md",
    ]);
  });
});

describe.skipIf(!has("fish"))("fish", () => {
  test("commands, slugs, flags, values and tags, each with what it means", async () => {
    const { cwd, env } = await place();
    const offered = (line: string): string[] =>
      spawnSync("fish", ["--no-config", "-c", `ibid completion fish | source; complete -C '${line}'`], {
        cwd,
        env,
        encoding: "utf8",
      })
        .stdout.split("\n")
        .filter((one) => one !== "");
    expect(offered("ibid show how")).toEqual([
      "how-to-ship\tHow to ship: a guide",
      "how-to-stop\tHow to stop",
    ]);
    expect(offered("ibid sear")[0]).toMatch(/^search\tsearch the full text/);
    expect(offered("ibid list --since")[0]).toMatch(/^--since\tonly essays from DATE on/);
    expect(offered("ibid list -t wo")).toEqual(["work\t1 essay"]);
    expect(offered("ibid help qu")).toEqual(["query\tthe query language of search"]);
    expect(offered("ibid list --where read=n")).toEqual(["read=no"]);
    expect(offered("ibid notes import fil")).toEqual(["file.txt"]);
    expect(offered("ibid show --output=fil")).toEqual(["--output=file.txt"]);
    expect(offered("ibid list ess")).toEqual(["essays/\tDirectory"]);
    expect(offered("ibid search -e fil")).toEqual([]);
  });
});

describe.skipIf(!has("zsh"))("zsh", () => {
  test("commands, slugs and tags, at the prompt", async () => {
    const { cwd, env } = await place();
    const screen = open([], { columns: 80, rows: 24 }, { cwd, env, command: "exec zsh -f -i" });
    screen.type(
      "PS1='> '; autoload -Uz compinit && compinit -u -D; source <(ibid completion zsh); echo rea''dy\r",
    );
    await screen.shows("ready");
    screen.type("ibid show how-to-sh\t");
    await screen.until((lines) => lines.some((line) => /> ibid show how-to-ship/.test(line)), "the slug");
    screen.type("\u0015ibid list -t te\t");
    await screen.until(
      (lines) => lines.some((line) => /> ibid list -t tech\\ companies/.test(line)),
      "the tag",
    );
    screen.type("\u0015exit\r");
    await screen.exit;
  });
});

test("where there is no index yet, what the files are called is offered, and none is made", async () => {
  const cwd = temporaryLibrary(files);
  const { out, err, code } = await pipe(["__complete", "show", "how"], {
    cwd,
    env: { IBID_CACHE: join(cwd, "no") },
  });
  expect([out, err, code]).toEqual(["how-to-ship\tHow to ship\nhow-to-stop\tHow to stop\n", "", 0]);
  expect(existsSync(join(cwd, "no"))).toBe(false);
});
