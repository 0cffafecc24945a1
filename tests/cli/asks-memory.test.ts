/**
 * Only a command that asks for what ibid remembers makes it follow the essays that were moved.
 */
import { expect, test } from "vitest";
import { asksForMemory } from "../../src/cli/asks-memory.ts";
import { parseCondition } from "../../src/essay/condition.ts";
import { parseQuery } from "../../src/search/parse-query.ts";
import { run } from "../support/io.ts";
import { temporaryLibrary } from "../support/library.ts";

const TODAY = "2026-05-06";

function where(text: string): Parameters<typeof asksForMemory>[0] {
  const condition = parseCondition(text, TODAY);
  return { choice: { where: typeof condition === "object" ? [condition] : [] }, template: undefined };
}

test.each([
  ["marks>0", true],
  ["Read=no", true],
  ["remarks=yes", false],
  ["title~read", false],
])("--where %s: %s", (text, expected) => {
  expect(asksForMemory(where(text))).toBe(expected);
});

test("sorting and templates", () => {
  expect(asksForMemory({ choice: { sort: "read" }, template: undefined })).toBe(true);
  expect(asksForMemory({ choice: { sort: "thread" }, template: "{{title}}, to be read" })).toBe(false);
  expect(asksForMemory({ choice: {}, template: "{{ marks }}" })).toBe(true);
});

test.each([
  ["ship -mine:why", true],
  ["(mine:why OR marks:>3)", true],
  ["read:begun", true],
  ["mine:/wh+y/", true],
  ["marks", false],
  ["remarks:3 title:mine", false],
])("the query %s: %s", (query, expected) => {
  expect(asksForMemory({ choice: {}, template: undefined }, parseQuery(query, TODAY))).toBe(expected);
});

test("a field of few values takes no other", async () => {
  const root = temporaryLibrary({ "a.md": "# A\n\nText.\n" });
  const { err, code } = await run(["list", root, "--where", "draft=yes"]);
  expect([code, err]).toEqual([
    2,
    "ibid: --where draft=yes: not one of true, false (see ibid list --help)\n",
  ]);
  expect((await run(["list", root, "--where", "Draft!=TRUE"])).code).toBe(0);
});
