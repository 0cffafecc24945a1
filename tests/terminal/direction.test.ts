import { expect, test } from "vitest";
import { reordersItself } from "../../src/terminal/direction.ts";

test.each([
  [{ TERM: "xterm-256color", VTE_VERSION: "7600" }, true],
  [{ TERM: "xterm-256color", VTE_VERSION: "5400" }, false],
  [{ TERM: "xterm-256color", KONSOLE_VERSION: "230401" }, true],
  [{ TERM: "xterm-256color", TERM_PROGRAM: "Apple_Terminal" }, true],
  [{ TERM: "mlterm-256color" }, true],
  [{ TERM: "xterm-kitty" }, false],
  [{ TERM: "xterm-256color" }, false],
  [{ TERM: "linux" }, false],
])("%o: %s", (env, reorders) => {
  expect(reordersItself(env)).toBe(reorders);
});
