import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type CommandAnswer, LONGEST_ANSWER, runUserCommand } from "../../src/terminal/user-command.ts";
import { temporaryLibrary } from "../support/library.ts";

/** What a command answers when it has ended. */
function run(command: string, input = ""): Promise<CommandAnswer> {
  return new Promise((resolve) => {
    runUserCommand(command, input, { SHELL: "/bin/sh" }, (answer) => {
      if (answer.ending !== undefined) resolve(answer);
    });
  });
}

describe("a command of the user", () => {
  test("reads its input, and its output is reported", async () => {
    expect(await run("tr a-z A-Z", "täglich tea")).toEqual({ text: "TäGLICH TEA", ending: "" });
    expect(await run("cat | wc -l; echo x >&2", "1\n2\n")).toMatchObject({
      text: expect.stringMatching(/^\s*2\nx\n$/),
    });
  });

  test("reports its end", async () => {
    expect(await run("exit 3")).toEqual({ text: "", ending: "exit code 3" });
    expect((await run("no-such-program-here")).ending).toBe("exit code 127");
    expect(await run("kill -9 $$")).toMatchObject({ ending: "ended by SIGKILL" });
  });

  test("may end before it has read everything", async () => {
    expect(await run("head -c 3", "x".repeat(1_000_000))).toMatchObject({ text: "xxx" });
  });

  test("is stopped after too much output", async () => {
    const { text, ending } = await run("yes");
    expect(text).toHaveLength(LONGEST_ANSWER);
    expect(ending).toContain("too much output");
  });

  test("is stopped with its child processes, and reports nothing more", async () => {
    const mark = join(temporaryLibrary({}), "mark");
    const answers: CommandAnswer[] = [];
    const ended = new Promise<void>((resolve) => {
      const running = runUserCommand(
        `trap 'echo gone > ${mark}; exit' TERM; echo ready; while :; do sleep 0.05; done`,
        "",
        { SHELL: "/bin/sh" },
        (answer) => {
          answers.push(answer);
          running.stop();
          const check = (): void => (existsSync(mark) ? resolve() : void setTimeout(check, 10));
          check();
        },
      );
    });
    await ended;
    expect(answers).toEqual([{ text: "ready\n", ending: undefined }]);
  });
});
