import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { unsealed } from "../../src/app/sealed.ts";
import { essay, temporaryLibrary } from "../support/library.ts";
import { PATIENCE } from "../support/patience.ts";
import { open, pipe, type Screen } from "../support/program.ts";
import { USUAL } from "../support/sizes.ts";

test("the reader takes the code that an earlier one kept, late or early", async () => {
  const cache = temporaryLibrary({});
  const library = temporaryLibrary({
    "code.md": essay({ title: "With code" }, "Beginning.\n\n```js\nconst one = 1;\n```\n"),
  });
  const kept = join(cache, "compiled", process.version, "reader");
  const runsThatKept = (file: string): number[] => {
    if (!existsSync(kept)) return [];
    const names = readdirSync(kept).filter((name) => name.startsWith(file) && name.endsWith(".cjs"));
    return names.map((name) => unsealed(readFileSync(join(kept, name)))?.number ?? 0);
  };
  const read = async (...steps: ((screen: Screen) => Promise<void>)[]): Promise<void> => {
    const screen = open([library], USUAL, { env: { IBID_CACHE: cache, NODE_COMPILE_CACHE: "" } });
    await screen.shows("With code");
    for (const step of steps) await step(screen);
    screen.type("qq");
    await screen.exit;
  };
  const hasKept = (run: number) => async (): Promise<void> =>
    await expect.poll(() => runsThatKept("start-"), { timeout: PATIENCE }).toEqual([run]);
  const code = async (screen: Screen): Promise<void> => {
    screen.type("\r");
    await expect.poll(screen.sent, { timeout: PATIENCE }).toMatch(/\d(?:;\d+)*mconst/);
  };
  await read(hasKept(1), code);
  expect(runsThatKept("highlighter-")).toEqual([1]);
  // Code that V8 refuses would count as that of a first run again.
  await read(code, hasKept(2));
  expect(runsThatKept("highlighter-")).toEqual([2]);
});

test("a page in a pipe has its own code, under the usual flags of V8", async () => {
  const cache = temporaryLibrary({});
  const file = join(temporaryLibrary({ "one.md": essay({ title: "One" }) }), "one.md");
  await pipe([file], { env: { IBID_CACHE: cache, NODE_COMPILE_CACHE: "" } });
  expect(readdirSync(join(cache, "compiled", process.version))).toEqual(["page"]);
});
