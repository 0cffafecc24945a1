import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { open, type Screen, shippedEssays } from "../support/program.ts";

const SIZE = { columns: 80, rows: 24 };
const ASKED = "\u001b]11;?";
const LIGHT = "\u001b]11;rgb:ffff/ffff/ffff\u001b\\\u001b[?62;4c";
/** The quiet role of the light theme, `#605d55`. */
const QUIET = "38;2;96;93;85";

function state(): string {
  const folder = mkdtempSync(join(tmpdir(), "ibid-state-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function env(folder: string): Record<string, string> {
  return { COLORTERM: "truecolor", IBID_STATE: folder, IBID_CONFIG: "" };
}

async function sends(screen: Screen, text: string): Promise<void> {
  await screen.until(() => screen.sent().includes(text), text);
}

test("the reader asks for the background, takes what fits it, and begins with it the next time", async () => {
  const folder = state();
  const first = open([shippedEssays], SIZE, { env: env(folder) });
  await sends(first, ASKED);
  expect(first.sent()).not.toContain(QUIET);
  first.type(LIGHT);
  await sends(first, QUIET);
  first.type("q");
  expect((await first.exit).exitCode).toBe(0);

  const second = open([shippedEssays], SIZE, { env: env(folder) });
  await sends(second, QUIET);
  second.type(LIGHT);
  second.type("q");
  expect((await second.exit).exitCode).toBe(0);
});

test("a reply that comes when the user has left is not left for the shell", async () => {
  const command = `"$IBID_NODE" "$IBID_PROGRAM" "${shippedEssays}"; echo ready; read -r line; echo "read: [$line]"`;
  const screen = open([], SIZE, { env: env(state()), command });
  await sends(screen, ASKED);
  screen.type("q");
  screen.type(LIGHT);
  // Before, ibid may still read what is typed.
  await screen.shows("ready");
  screen.type("mine\r");
  await screen.shows("read: [mine]");
});
