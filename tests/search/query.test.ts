import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matchUnwanted, matchWanted } from "../../src/search/fts.ts";
import { type Clause, parseQuery } from "../../src/search/query.ts";
import { SCHEMA } from "../../src/library/index/schema.ts";
import { openSqlite } from "../../src/system/sqlite.ts";

/** A clause as one would write it: `-title:"a b"*`. */
function written(clause: Clause): string {
  if (clause.type === "not") return `-${written(clause.clause)}`;
  const words = clause.words.map(({ text }) => text).join(" ");
  return `${clause.field ? `${clause.field}:` : ""}${clause.words.length > 1 ? `"${words}"` : words}${clause.prefix ? "*" : ""}`;
}

function parsed(source: string, open = false): string[] {
  return parseQuery(source, open).clauses.map(written);
}

describe("the query language", () => {
  const cases: readonly [string, string[]][] = [
    ["ship projects", ["ship", "projects"]],
    ['"ship projects"', ['"ship projects"']],
    ["“ship projects”", ['"ship projects"']],
    ["„schöne Grüße“ x", ['"schone grusse"', "x"]],
    ['"not closed', ['"not closed"']],
    ["ship*", ["ship*"]],
    ['"ship pro"*', ['"ship pro"*']],
    ["-ship", ["-ship"]],
    ['-"ship it"', ['-"ship it"']],
    ["title:ship", ["title:ship"]],
    ["Title:Ship", ["title:ship"]],
    ["tags:ai", ["tag:ai"]],
    ['note:"at the foot"', ['note:"at the foot"']],
    ["-tag:ai", ["-tag:ai"]],
    ["tag:", []],
    ['note:"', []],
    ["author:ann", ['"author ann"']],
    ["C++", ["c"]],
    ["it's", ['"it s"']],
    ["it’s", ['"it s"']],
    ["a-b", ['"a b"']],
    ["https://example.org/x", ['"https example org x"']],
    ["", []],
    ["- * ** \" ' ( ) : ^ NEAR(", ["near"]],
    ["fox fox -fox fox", ["fox", "-fox"]],
    ["AND OR NOT", ["and", "or", "not"]],
    ["Æsop ÉTÉ Straße", ["aesop", "ete", "strasse"]],
    ["世界史 and more", ["世界史", "and", "more"]],
    ["iPhone手机", ['"iphone 手机"']],
  ];
  test.each(cases)("%s", (source, expected) => expect(parsed(source)).toEqual(expected));

  test("the last word of a query that is being typed may go on; a phrase that is closed may not", () => {
    expect(parsed("big tec", true)).toEqual(["big", "tec*"]);
    expect(parsed("big tec ", true)).toEqual(["big", "tec"]);
    expect(parsed('"big tec', true)).toEqual(['"big tec"*']);
    expect(parsed('"big tech"', true)).toEqual(['"big tech"']);
  });
});

test("any string at all is a query that SQLite understands", () => {
  const database = openSqlite(":memory:");
  database.exec(SCHEMA);
  const statement = database.prepare("SELECT rowid FROM words WHERE words MATCH ?");
  const pieces = fc.constantFrom(
    '"',
    "“",
    "-",
    "*",
    ":",
    "title:",
    "AND",
    "NEAR(",
    "(",
    ")",
    "^",
    "{",
    "'",
    "世界",
    "é",
    "\0",
    "\ue000",
    " ",
  );
  const strings = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(fc.oneof(pieces, fc.string())).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(strings, fc.boolean(), (source, open) => {
      const query = parseQuery(source, open);
      for (const match of [matchWanted(query), matchUnwanted(query)])
        if (match !== undefined) statement.all(match);
    }),
    { numRuns: 2_000 },
  );
});
