import { expect, test } from "vitest";
import { lastMade } from "../../src/text/last-made.ts";

test("the last values of an object are made once, and again after others", () => {
  const made: string[] = [];
  const last = lastMade<string>(2);
  const of = {};
  const value = (...by: readonly unknown[]): string =>
    last(of, by, () => {
      made.push(by.join());
      return by.join();
    });
  expect([value(1), value(1, 2), value(1), value(3), value(1)]).toEqual(["1", "1,2", "1", "3", "1"]);
  expect(made).toEqual(["1", "1,2", "3"]);
  expect(value(1, 2)).toBe("1,2");
  expect(made).toEqual(["1", "1,2", "3", "1,2"]);
  expect(last({}, [1], () => "another object")).toBe("another object");
});
