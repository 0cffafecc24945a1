import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { commands, read } from "../../src/cli/commands.ts";
import { CONFIG_KEYS } from "../../src/app/config-keys.ts";
import { RULE_NAMES } from "../../src/library/check/finding.ts";
import { ENVIRONMENT } from "../../src/cli/tables.ts";
import { manPage } from "../../src/cli/man.ts";

const page = manPage();

describe("the manual page", () => {
  test("has every command, every flag, every rule, config key and variable", () => {
    for (const { name } of commands) expect(page).toContain(`.Ss ibid ${name}\n`);
    for (const { name } of [read, ...commands].flatMap(({ flags }) => flags))
      expect(page).toContain(`Fl Fl ${name}`);
    for (const name of [...RULE_NAMES, ...Object.keys(CONFIG_KEYS)]) expect(page).toContain(`"${name}"\n`);
    for (const [name] of ENVIRONMENT) expect(page).toContain(`.It Ev "${name}"\n`);
    expect(page).toContain(".Sh SEE ALSO\n");
  });

  test("the flags that choose essays stand in it once", () => {
    expect(page.split("Fl Fl not-tag").length - 1).toBe(1);
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

  const groff = spawnSync("groff", ["-mandoc", "-Tutf8", "-ww", "-z"], { input: page, encoding: "utf8" });
  test.skipIf(groff.error !== undefined)("groff finds nothing wrong in it", () => {
    expect([groff.status, groff.stderr]).toEqual([0, ""]);
  });
});
