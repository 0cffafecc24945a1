import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { commands, read } from "../../src/cli/commands.ts";
import { manPage } from "../../src/cli/man.ts";

const page = manPage();

describe("the manual page", () => {
  test("tells every command and every flag", () => {
    for (const { name } of commands) expect(page).toContain(`.Ss ibid ${name}\n`);
    for (const { name } of [read, ...commands].flatMap(({ flags }) => flags))
      expect(page).toContain(`Fl Fl ${name}`);
  });

  test("no line is longer than a terminal's, and none is empty", () => {
    const lines = page.trimEnd().split("\n");
    expect(lines.filter((line) => line.trim() === "")).toEqual([]);
  });

  const mandoc = spawnSync("mandoc", ["-T", "lint"], { input: page, encoding: "utf8" });
  test.skipIf(mandoc.error !== undefined)("is as mandoc wants it", () => {
    expect(mandoc.stdout).toBe("");
    const { stdout } = spawnSync("mandoc", ["-T", "utf8"], { input: page, encoding: "utf8" });
    const text = stdout.replaceAll(/.\u0008/g, "");
    expect(text).toContain("--template TEXT");
    expect(text).toContain("'{{slug}}\\t{{title}}'");
  });
});
