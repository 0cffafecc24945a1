import { parse } from "smol-toml";
import { describe, expect, test } from "vitest";
import { keyHelp } from "../../src/reader/key-help.ts";
import { actionOf, keymap } from "../../src/reader/keymap.ts";
import { configName, remapped } from "../../src/reader/remap.ts";
import { width } from "../../src/text/width.ts";
import { essay } from "../support/library.ts";
import { type Reader, reader } from "../support/reader.ts";

function remap(toml: string): ReturnType<typeof remapped> {
  return remapped(parse(toml));
}

describe("the user's keys", () => {
  test("hold on every screen that has the action", () => {
    const { keymap: keys, complaints } = remap('down = ["ctrl+j", "n"]');
    expect(complaints).toEqual([]);
    for (const screen of ["shelf", "page", "help"] as const) {
      expect(actionOf(keys, screen, "ctrl+j")).toBe("down");
      expect(actionOf(keys, screen, "j")).toBeUndefined();
    }
    // It is taken from what it was bound to.
    expect(actionOf(keys, "page", "n")).toBe("down");
  });

  test("hold on one screen only, if it is named", () => {
    const { keymap: keys } = remap('[page]\noutline = "O"\ntheme = []\n');
    expect(actionOf(keys, "page", "O")).toBe("outline");
    expect(actionOf(keys, "page", "o")).toBeUndefined();
    expect(actionOf(keys, "page", "T")).toBeUndefined();
    expect(actionOf(keys, "shelf", "T")).toBe("group");
  });

  test.each([
    ['fly = "x"', ["keys", "fly"], /no action is called fly/],
    ['dwon = "x"', ["keys", "dwon"], /did you mean down\?/],
    ['[pag]\ndown = "x"', ["keys", "pag"], /no screen is called pag; did you mean page\?/],
    ['[page]\ndown = "hyper+x"', ["keys", "page", "down"], /no key is called hyper\+x/],
    ["down = 3", ["keys", "down"], /must be a key, or a list of keys/],
    ['down = "5"', ["keys", "down"], /no key is called 5/],
    ['interrupt = "x"', ["keys", "interrupt"], /interrupt keeps its key/],
    ['down = "J"\nup = "J"', ["keys", "up"], /J is given to down already/],
    ['quit = "ctrl+c"', ["keys", "quit"], /no key is called ctrl\+c/],
  ])("%s is told and passed over", (toml, path, message) => {
    const { keymap: keys, complaints } = remap(toml);
    expect(complaints).toEqual([{ path, message: expect.stringMatching(message) }]);
    expect(keys.page.find(({ action }) => action === "up")).toEqual(
      keymap.page.find(({ action }) => action === "up"),
    );
  });

  test("every action has a name that can be written in the file", () => {
    const names = Object.values(keymap).flatMap((bindings) =>
      bindings.map(({ action }) => configName(action)),
    );
    for (const name of names) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(names).toContain("next-match");
  });

  test("help and hints show them", () => {
    const { keymap: keys } = remap('quit = "Q"\n[page]\noutline = "O"\n');
    const one = reader({ "a.md": essay({ title: "A" }) }, { columns: 100, rows: 300 }, { keymap: keys });
    expect(one.screen().at(-1)).toContain("Q quit");
    const help = one.press("?").screen().join("\n");
    expect(help).toMatch(/O +outline/);
    expect(help).not.toMatch(/^ +o +outline/m);
  });
});

test("gg is g, and 3gg is 3g; so it is with another key", () => {
  const body = Array.from({ length: 90 }, (_, nth) => `Line ${nth}.`).join("\n\n");
  const { keymap: keys } = remap('top = "t"\npercent = "@"');
  const opened = (settings = {}): Reader =>
    reader({ "a.md": essay({ title: "A" }, body) }, undefined, settings).press("enter");
  const topOf = (own: Reader): number => {
    const { screen } = own.state();
    return screen.kind === "page" ? screen.page.top : -1;
  };
  const top = (...pressed: string[]): number => topOf(opened().press(...pressed));
  expect(top("G", "g", "g")).toBe(0);
  expect(top("3", "0", "g", "g")).toBe(29);
  expect(top("3", "0", "g")).toBe(29);
  expect(topOf(opened({ keymap: keys }).press("3", "0", "t", "t"))).toBe(29);
  expect(opened({ keymap: keys }).press("@").state().message).toMatch(/^50@ goes/);
});

test("the help of the keys names the screens and the actions as the config file does", () => {
  const text = keyHelp({}, 80);
  for (const line of text.split("\n")) expect(width(line)).toBeLessThanOrEqual(80);
  expect(text).toMatch(/^ In an essay {2}\[keys\.page\]$/m);
  expect(text).toMatch(/^ {2}o +outline +\S/m);
});
