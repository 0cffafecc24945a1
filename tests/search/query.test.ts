import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SCHEMA } from "../../src/library/index/schema.ts";
import type { Test } from "../../src/search/comparison.ts";
import { matchWanted } from "../../src/search/fts.ts";
import { parseQuery, parseTyped } from "../../src/search/parse-query.ts";
import { faultLines } from "../../src/search/query-fault.ts";
import { type Node, type Query, QueryError } from "../../src/search/query.ts";
import { openSqlite } from "../../src/system/sqlite.ts";

/** A tree with every bracket that it could have. */
function written(node: Node): string {
  switch (node.type) {
    case "phrase": {
      const ways = node.ways.map((way) => way.map(({ text }) => text).join("_"));
      return `${node.field ? `${node.field}:` : ""}${ways.join("=")}${node.prefix ? "*" : ""}`;
    }
    case "near":
      return `[${node.phrases.map(written).join(` ~${node.distance} `)}]`;
    case "pattern":
      return `${node.field ? `${node.field}:` : ""}/${node.automaton.source}/`;
    case "value":
      return `{${node.key} ${writtenTest(node.test)}}`;
    case "not":
      return `-${written(node.node)}`;
    default:
      return `(${node.nodes.map(written).join(node.type === "and" ? " " : " | ")})`;
  }
}

function writtenTest(one: Test): string {
  if (one.type === "is") return `= ${one.text}${one.prefix ? "*" : ""}`;
  return `${one.strict ? "strictly " : ""}${one.from ?? ""}..${one.to ?? ""}`;
}

function parsed(query: Query): string {
  return query.root ? written(query.root) : "";
}

describe("the query language", () => {
  const cases: readonly [string, string][] = [
    ["ship projects", "(ship projects)"],
    ['"ship projects"', "ship_projects"],
    ["“ship projects”", "ship_projects"],
    ["„schöne Grüße“ x", "(schone_grusse x)"],
    ["ship*", "ship*"],
    ['"ship pro"*', "ship_pro*"],
    ["-ship", "-ship"],
    ['-"ship it"', "-ship_it"],
    ["title:ship", "title:ship"],
    ["Title:Ship", "title:ship"],
    ["tags:ai", "tag:ai"],
    ['note:"at the foot"', "note:at_the_foot"],
    ["-tag:ai", "-tag:ai"],
    ["description:x link:y mine:z", "(about:x link:y mine:z)"],
    ["", ""],
    ["Æsop ÉTÉ Straße", "(aesop ete strasse)"],
    ["世界史 and more", "(世界史 and more)"],
    ["iPhone手机", "iphone_手机"],
    // Operators are in capitals: in small letters they are words.
    ["a OR b", "(a | b)"],
    ["a or b", "(a or b)"],
    ["a AND b", "(a b)"],
    ["a b OR c d", "((a b) | (c d))"],
    ["a (b OR c) d", "(a (b | c) d)"],
    ["a NOT b", "(a -b)"],
    ["NOT (a OR b)", "-(a | b)"],
    ["-(a b)", "-(a b)"],
    ["NOT -a", "--a"],
    ["a NEAR b", "[a ~10 b]"],
    ['a NEAR/5 "b c"', "[a ~5 b_c]"],
    ["a NEAR/2 b NEAR/3 c d", "([a ~3 b ~3 c] d)"],
    ["title:(how OR why)", "(title:how | title:why)"],
    ['title:("a b" -c)', "(title:a_b -title:c)"],
    // Fields of the front matter.
    ["author:Ann", "{author = Ann}"],
    ['author:"Ann Lee"', "{author = Ann Lee}"],
    ["author:Ann*", "{author = Ann*}"],
    ["popularity.score:>3", "{popularity.score strictly 3..}"],
    ["date:2024", "{date = 2024}"],
    ["date:>2024", "{date strictly 2024..}"],
    ["date:>=2024-03", "{date 2024-03..}"],
    ["date:2024-03..2025", "{date 2024-03..2025}"],
    ["date:..2024", "{date ..2024}"],
    ["words:<800", "{words strictly ..800}"],
    ["minutes:<=5", "{minutes ..5}"],
    ["order:-5", "{order = -5}"],
    ["(date:2024)", "{date = 2024}"],
    // Regular expressions.
    ["/og(h)?am/", "/og(h)?am/"],
    ["title:/^How/ x", "(title:/^How/ x)"],
    ["/a b/i", "/a b/"],
    ["/usr/bin", "usr_bin"],
    ["/usr/bin/", "usr_bin"],
    ["/the-measure", "the_measure"],
    ["x->y a>b", "(x_y a_b)"],
    ['"rating>4"', "rating_4"],
    // Words as programmers write them.
    ["C++", "c++"],
    ["C# or F#", "(c# or f#)"],
    [".NET", ".net"],
    ["node.js", "node_js"],
    ["--dry-run", "--dry-run"],
    ["foo_bar", "foo_bar"],
    ["std::vector", "std_vector"],
    ["f(x)", "f_x"],
    ["(see f(x))", "(see f_x)"],
    ["https://example.org/x", "https_example_org_x"],
    ["it's", "it_s=its"],
    ["it’s", "it_s=its"],
    ["its", "its=it_s"],
    ["dont", "dont=don_t"],
    ["zeta", "zeta=ζ"],
    ["Γ", "γ=gamma"],
    ["e-mail", "e_mail=email"],
    // What stands in titles: signs between words, and colons behind them.
    ["Rust & Go — a tale", "(rust go a tale)"],
    ["Programming: an essay", "(programming an essay)"],
    ["12:30", "12_30"],
    ["fox fox", "(fox fox)"],
  ];
  test.each(cases)("%s", (source, expected) => expect(parsed(parseQuery(source))).toBe(expected));
});

describe("what is not understood is an error that shows where", () => {
  const cases: readonly [source: string, carets: string, message: RegExp][] = [
    ['say "not closed', "    ^          ", /quotation mark is not closed/],
    ["(a OR b", "^      ", /bracket is not closed/],
    ["a) b", " ^  ", /no opening bracket/],
    ["a OR", "  ^^", /OR: a word is missing after it/],
    ["OR a", "^^  ", /OR: a word is missing before it/],
    ["a AND OR b", "  ^^^     ", /AND: a word is missing after it/],
    ["a NEAR", "  ^^^^", /NEAR: a word is missing after it/],
    ["a NOT", "  ^^^", /the word to exclude is missing/],
    ["a NEAR date:2024", "  ^^^^          ", /between words or phrases/],
    ["a tag: b", "  ^^^^  ", /tag: .* without a space/],
    ["date:soon", "^^^^^^^^^", /soon is not a date/],
    ["date:>2024-13", "^^^^^^^^^^^^^", /2024-13 is not a date/],
    ["x words:<many", "  ^^^^^^^^^^^", /many is not a number/],
    ["words:>", "^^^^^^^", /a value is missing/],
    ["score:>high", "^^^^^^^^^^^", /neither a number nor a date/],
    ["f*o", " ^ ", /star/],
    ["/a(b/", "  ^  ", /bracket is not closed/],
    ["/a(?=b)/", "  ^     ", /lookaround/],
    ["/(a)\\1/", "    ^  ", /back references/],
    ["/x/g", "^^^^", /only letter/],
    ["title:(date:2024)", "       ^^^^^     ", /a field can't be inside another one/],
    ["x /a[/", "    ^ ", /not closed/],
    ["/[/", " ^ ", /not closed/],
    ["/og(h)?am", "^        ", /expression is not closed/],
    ["a NEAR/x b", "  ^^^^^^  ", /a number must follow/],
    ["a NEAR/", "  ^^^^^", /a word is missing after it/],
    ["a rating>4", "  ^^^^^^^^", /write rating:>4/],
    ["words<=800", "^^^^^^^^^^", /write words:<=800/],
    ["date>2024-03", "^^^^^^^^^^^^", /write date:>2024-03/],
    ["世界 (x", "     ^ ", /bracket/],
    ["foo bar(", "       ^", /not closed within its word/],
    ["f(x y)", " ^    ", /not closed within its word/],
    ["g(f(x)", " ^    ", /not closed within its word/],
  ];
  test.each(cases)("%s", (source, carets, message) => {
    let error: unknown;
    try {
      parseQuery(source);
    } catch (thrown) {
      error = thrown;
    }
    if (!(error instanceof QueryError)) throw new Error(`${source} is taken`);
    expect(error.message).toMatch(message);
    expect(faultLines(error)[1]).toBe(carets.trimEnd());
  });
});

describe("a query that is still being typed is completed", () => {
  const cases: readonly [string, string][] = [
    ["big tec", "(big tec)"],
    ['"big tec', "big_tec*"],
    ['"big tech"', "big_tech"],
    ['say "', "say"],
    ["(a OR b", "(a | b)"],
    ["(a OR", "a"],
    ["a OR", "a"],
    ["a AND", "a"],
    ["a NOT", "a"],
    ["a NEAR", "a"],
    ["a -", "a"],
    ["a tag:", "a"],
    ["a date:", "a"],
    ["a date:>", "a"],
    ["a date:>20", "a"],
    ["author:", ""],
    ["/og(h", "og_h"],
    ["a NEAR/", "a"],
    ["rating>4", "rating_4"],
    ['note:"', ""],
    ["(", ""],
  ];
  test.each(cases)("%s", (source, expected) => expect(parsed(parseTyped(source))).toBe(expected));

  test("what can't become right by going on is an error", () => {
    expect(() => parseTyped("date:soon x")).toThrow(QueryError);
    expect(() => parseTyped("OR a")).toThrow(QueryError);
  });
});

const PIECES =
  "\" “ - * : title: AND OR NOT NEAR( NEAR/3 ( ) ^ { ' 世界 é \0 \ue000 C++ .net e-mail /a+/ date:2024 words:<3 a b* \ud83d"
    .split(" ")
    .concat(" ");

test("any string at all is a query that SQLite understands, or an error with its place", () => {
  const database = openSqlite(":memory:");
  database.exec(SCHEMA);
  const statement = database.prepare("SELECT rowid FROM words WHERE words MATCH ?");
  const pieces = fc.constantFrom(...PIECES);
  const strings = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(fc.oneof(pieces, fc.string())).map((parts) => parts.join("")),
    fc.array(pieces).map((parts) => parts.join(" ")),
  );
  fc.assert(
    fc.property(strings, fc.boolean(), (source, typed) => {
      try {
        const query = typed ? parseTyped(source) : parseQuery(source);
        const match = matchWanted(query);
        if (match !== undefined) statement.all(match);
      } catch (error) {
        if (!(error instanceof QueryError)) throw error;
        const { start, end } = error.place;
        if (start < 0 || end > source.length)
          throw new Error(`${start} to ${end} is no place in it`, { cause: error });
      }
    }),
    { numRuns: 3_000 },
  );
});
