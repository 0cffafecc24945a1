/**
 * The palette, peeks and the user's commands, in a pseudo-terminal.
 */
import { describe, expect, test } from "vitest";
import { essay, temporaryLibrary } from "../support/library.ts";
import { open } from "../support/program.ts";
import { LARGE, SMALL, USUAL } from "../support/sizes.ts";

function library(): string {
  return temporaryLibrary({
    "one.md": essay({ title: "Essay one", order: 1 }, "On to [two](/two).\n\n## Further\n\nMore of it.\n"),
    "two.md": essay({ title: "Essay two", order: 2 }, "What two says.\n"),
  });
}

describe("in the reader", () => {
  test("the palette finds an action; :q goes back, and on the shelf it leaves", async () => {
    const screen = open([library()], SMALL);
    await screen.shows("Essay two");
    screen.type("\r:");
    await screen.shows(" : ");
    screen.type("outl");
    await screen.shows("▌ outline");
    screen.type("\r");
    await screen.shows("Outline of");
    screen.type("q:q\r");
    await screen.shows("Essay two");
    screen.type(":q\r");
    expect((await screen.exit).exitCode).toBe(0);
  });

  test("a peek at a link, and back", async () => {
    const screen = open([library()], LARGE);
    await screen.shows("Essay two");
    screen.type("\r\ti");
    await screen.shows("What two says.");
    screen.type("q");
    await screen.until((lines) => !lines.join("\n").includes("What two says."), "the box closed");
  });

  test("a command reads an essay; its output is no control sequence", async () => {
    const screen = open([library()], USUAL, { env: { SHELL: "/bin/sh" } });
    await screen.shows("Essay two");
    screen.type("\r|grep More; printf '\\033]0;owned\\007\\033[2J'; exit 4\r");
    await screen.shows("More of it.");
    await screen.shows("␛]0;owned␇␛[2J");
    await screen.shows("exit code 4");
    expect(screen.sent()).not.toContain("\u001b]0;owned");
  });

  test("q stops a command that does not end", async () => {
    const screen = open([library()], SMALL, { env: { SHELL: "/bin/sh" } });
    await screen.shows("Essay two");
    screen.type("|echo begun; cat > /dev/null; sleep 1000\r");
    await screen.shows("begun");
    await screen.shows("running");
    screen.type("q");
    await screen.until((lines) => !lines.join("\n").includes("begun"), "the box closed");
    screen.type("q");
    expect((await screen.exit).exitCode).toBe(0);
  });
});
