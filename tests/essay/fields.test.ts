import { describe, expect, test } from "vitest";
import { type Fields, readFields } from "../../src/essay/fields.ts";

function fields(data: Record<string, unknown>, path = "an-essay.md"): Fields {
  return readFields(data, path);
}

describe("title", () => {
  test("one line; a number is a title too; keys whatever their case", () => {
    expect(fields({ Title: "  Two\n lines " }).title).toBe("Two lines");
    expect(fields({ title: 1984 }).title).toBe("1984");
  });
  test("a list is none, and told", () => {
    const found = fields({ title: ["a"] });
    expect(found.title).toBeUndefined();
    expect(found.problems).toHaveLength(1);
  });
});

test.each([
  ["Use `foo` and `bar baz`", "Use foo and bar baz"],
  ["A lone ` stays", "A lone ` stays"],
  ["Nothing in ``", "Nothing in ``"],
])("of code in a title the backticks go: %s", (title, shown) => {
  expect(fields({ title }).title).toBe(shown);
});

test.each([
  ["NSURL /<br/>NSURLComponents &amp; <BR />more", "NSURL / NSURLComponents & more"],
  ['A <em class="x">bold</em> claim, H<sub>2</sub>O', "A bold claim, H2O"],
  [
    "Iterating over a Rc<Vec<T>>, if 1 < 2 and Option<Time>",
    "Iterating over a Rc<Vec<T>>, if 1 < 2 and Option<Time>",
  ],
  ["What `<br>` and &lt;b&gt; are", "What <br> and <b> are"],
])("tags of HTML in a title and a description are no text: %s", (written, shown) => {
  expect(fields({ title: written }).title).toBe(shown);
  expect(fields({ description: written }).description?.replaceAll("`", "")).toBe(shown);
});

describe("order", () => {
  test.each([
    [{ order: 3 }, 3],
    [{ order: "4" }, 4],
    [{ weight: 5 }, 5],
    [{ nav_order: 6 }, 6],
    [{ sidebar_position: 7 }, 7],
    [{ sidebar: { order: 8 } }, 8],
    [{ order: -1.5 }, -1.5],
    [{ order: null, weight: 9 }, 9],
    [{}, undefined],
  ])("%o", (data, order) => {
    expect(fields(data).order).toBe(order);
  });
  test("what is not a number is a problem", () => {
    expect(fields({ order: "first" }).problems).toMatchObject([{ message: "order: first is not a number" }]);
  });
});

describe("date", () => {
  test.each([
    [{ date: "2025-07-08" }, "2025-07-08"],
    [{ date: "2025-07" }, "2025-07"],
    [{ date: 2025 }, "2025"],
    [{ date: "2025-07-08T23:30:00-11:00" }, "2025-07-08"],
    [{ date: "2025/7/8" }, "2025-07-08"],
    [{ date: "July 8, 2025" }, "2025-07-08"],
    [{ date: "Tue, 08 Jul 2025 10:00:00 GMT" }, "2025-07-08"],
    [{ date: "July 2025" }, "2025-07"],
    [{ published: "2024-02-29" }, "2024-02-29"],
    [{ published_at: "2024-01-02" }, "2024-01-02"],
    [{ pubDate: "2024-01-03" }, "2024-01-03"],
    [{ pubDatetime: "2024-01-03T15:22:00Z", modDatetime: "2025-01-01T00:00:00Z" }, "2024-01-03"],
    [{ publishDate: "2024-01-03" }, "2024-01-03"],
    [{ "date created": "2024-01-03 10:00" }, "2024-01-03"],
    [{ created: "2024-01-04", date: "2024-01-03" }, "2024-01-03"],
    [{ published: false, date: "2024-01-03" }, "2024-01-03"],
  ])("%o", (data, date) => {
    expect(fields(data).date).toBe(date);
    expect(fields(data).problems).toEqual([]);
  });

  test.each(["2025-02-29", "2025-13-01", "2025-00-10", "soon", "31 April 2025"])(
    "%s is a problem, not another date",
    (date) => {
      expect(fields({ date }).date).toBeUndefined();
      expect(fields({ date }).problems).toHaveLength(1);
    },
  );

  test.each([
    ["_posts/2019-10-15-a-title.md", "2019-10-15"],
    ["2019/10/15/a-title.md", "2019-10-15"],
    ["posts/2019/10/a-title.md", "2019-10"],
    ["posts/2016/03-24-a-title.md", "2016-03-24"],
    ["_posts/2015-6-7-a-title.md", "2015-06-07"],
    ["_posts/2015-13-7-a-title.md", undefined],
    ["posts/2016/03/24-a-title.md", "2016-03-24"],
    ["posts/2016/99-ways.md", undefined],
    ["2019-13-45-a-title.md", undefined],
  ])("from the path %s", (path, date) => {
    expect(fields({}, path).date).toBe(date);
  });

  test("from a map of dates", () => {
    expect(fields({ date: { created: "2020-01-02", modified: "2021-03-04" } }).date).toBe("2020-01-02");
    expect(fields({ date: { published: "2020", created: "2019" } }).date).toBe("2020");
  });

  test("front matter before the path", () => {
    expect(fields({ date: "2020-01-01" }, "2019-10-15-a.md").date).toBe("2020-01-01");
  });

  test("from front matter's own path, as Zola has it", () => {
    expect(fields({ path: "2019/10/15/Rustup-1.20.0" }).date).toBe("2019-10-15");
  });
});

test.each([
  ["2024-02-05 25:61:00", "2024-02-05", ["date: 2024-02-05 25:61:00 is not a time of day"]],
  ["2024-02-05T23:60Z", "2024-02-05", ["date: 2024-02-05T23:60Z is not a time of day"]],
  ["2024-02-05T24:00:00+02:00", "2024-02-05", []],
  ["2016-12-31 23:59:60", "2016-12-31", []],
])("an impossible time in %s is told, and the day is kept", (date, day, messages) => {
  const found = fields({ date });
  expect(found.date).toBe(day);
  expect(found.problems.map(({ message }) => message)).toEqual(messages);
});

test("a tag that is no text is told", () => {
  expect(fields({ tags: [{ a: 1 }, "b", null] })).toMatchObject({
    tags: ["b"],
    problems: [{ message: "tags: a tag is not text" }],
  });
});

describe("tags", () => {
  test.each([
    [{ tags: ["tech companies", "staff"] }, ["tech companies", "staff"]],
    [{ tags: "one, two words,three" }, ["one", "two words", "three"]],
    [{ tags: "one, two; three four ;" }, ["one, two", "three four"]],
    [{ tags: "one two three" }, ["one", "two", "three"]],
    [{ tags: "راهنما، لینوکس" }, ["راهنما", "لینوکس"]],
    [{ tags: [2024, "a", null] }, ["2024", "a"]],
    [{ tags: ["A", "a", "B"] }, ["A", "B"]],
    [{ tags: [{ label: "Hello", permalink: "/hello" }, "a"] }, ["Hello", "a"]],
    [{ tags: null, categories: "c" }, ["c"]],
    [{ keywords: ["k"] }, ["k"]],
    [{ category: "Open Source" }, ["Open Source"]],
    [{ tag: ["a", "b c"] }, ["a", "b c"]],
    [{ taxonomies: { tags: ["t"] } }, ["t"]],
    [{}, []],
  ])("%o", (data, tags) => {
    expect(fields(data).tags).toEqual(tags);
  });
});

describe("description", () => {
  test("empty and null are none", () => {
    expect(fields({ description: null, summary: "" })).not.toHaveProperty("description");
    expect(fields({ description: "", excerpt: "E" }).description).toBe("E");
  });
});

describe("draft", () => {
  test.each([
    [{ draft: true }, "a.md", true],
    [{ draft: "true" }, "a.md", true],
    [{ status: "Draft" }, "a.md", true],
    [{ status: "published" }, "a.md", false],
    [{ published: false }, "a.md", true],
    [{ publish: false }, "a.md", true],
    [{ isDraft: true }, "a.md", true],
    [{}, "_drafts/a.md", true],
    [{}, "content/drafts/_icebox/a.md", true],
    [{}, "about-drafts/a.md", false],
    [{ draft: false }, "a.md", false],
  ])("%o at %s", (data, path, draft) => {
    expect(fields(data, path).draft).toBe(draft);
  });
});

describe("slug", () => {
  test.each([
    [{ slug: "own" }, "x/y.md", "own"],
    [{ permalink: "/2019/own/" }, "x/y.md", "own"],
    [{ permalink: "/own.html" }, "x/y.md", "own"],
    [{ permalink: "/:year/:title/" }, "x/y.md", "y"],
    [{ path: "2019/10/15/Rustup-1.20.0" }, "x/y.md", "Rustup-1.20.0"],
    [{}, "content/how-to-ship/index.md", "how-to-ship"],
    [{}, "content/how-to-ship/README.md", "how-to-ship"],
    [{}, "content/how-to-ship/index.fr.md", "how-to-ship"],
    [{}, "_posts/2019-10-15-a-title.md", "a-title"],
    [{}, "posts/2016/03-24-a-title.md", "a-title"],
    [{}, "_posts/2015-6-7-a-title.md", "a-title"],
    [{}, "posts/2016/03/24-a-title.md", "a-title"],
    [{}, "posts/10-things.md", "10-things"],
    [{}, "a-title.fr.md", "a-title"],
    [{}, "a-title.pt-BR.md", "a-title"],
    [{}, "Rust-1.0.md", "Rust-1.0"],
  ])("%o at %s", (data, path, slug) => {
    expect(fields(data, path).slug).toBe(slug);
  });
});
