import { expect, test } from "vitest";
import { run } from "../support/io.ts";
import { essay, temporaryLibrary } from "../support/library.ts";

const root = (): string =>
  temporaryLibrary({
    "a.md": essay({
      title: "A \u001b[31mtitle",
      tags: ["x", "y"],
      popularity: { score: 3 },
      date: "2025-07",
    }),
  });

test.each([
  ["{{slug}}\\t{{ title }}", "a\tA ␛[31mtitle\n"],
  ["{{tags}} {{popularity.score}} {{date}}", "x, y 3 2025-07\n"],
  ["{{popularity}}", '{"score":3}\n'],
  ["{{minutes}} min, {{description}}.", "1 min, .\n"],
  ["a\\nb \\\\t {slug} {{}}", "a\nb \\t {slug} {{}}\n"],
])("%s", async (template, expected) => {
  const { out } = await run(["list", "--template", template, root()]);
  expect(out).toBe(expected);
});

test("a key that no essay has is answered with the nearest", async () => {
  const { err, code } = await run(["list", "--template", "{{titel}}", root()]);
  expect([err, code]).toEqual([
    "ibid: --template {{titel}}: no essay has this key; did you mean title? (see ibid list --help)\n",
    2,
  ]);
});

test("tags have templates, an order and a filter too", async () => {
  const two = temporaryLibrary({
    "a.md": essay({ title: "First", tags: ["b", "z"] }),
    "b.md": essay({ title: "Second", tags: ["z", "a"] }),
  });
  const tags = async (...args: string[]): Promise<string> => (await run(["tags", ...args, two])).out.trim();
  expect(await tags("--template", "{{count}} {{tag}}", "-n", "1")).toBe("2 z");
  expect(await tags("--template", "{{tag}}", "-s", "name")).toBe("a\nb\nz");
  expect(await tags("--template", "{{tag}}", "-s", "name", "-r", "-n", "1")).toBe("z");
  expect(await tags("--template", "{{tag}}", "-m", "first")).toBe("b\nz");
});

test("with -0 each ends in NUL", async () => {
  const { out } = await run(["list", "--template", "{{slug}}", "-0", root()]);
  expect(out).toBe("a\0");
});
