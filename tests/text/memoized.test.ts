import { expect, test } from "vitest";
import { memoized, memoizedFor } from "../../src/text/memoized.ts";

test("a value is made once for each key, also if it is undefined", () => {
  const made: string[] = [];
  const lengthOf = memoized((key: string) => {
    made.push(key);
    return key === "" ? undefined : key.length;
  });
  expect(["one", "", "three", "", "one"].map(lengthOf)).toEqual([3, undefined, 5, undefined, 3]);
  expect(made).toEqual(["one", "", "three"]);
});

test("objects are distinguished by themselves, not by what is in them", () => {
  const [one, other] = [{ of: 1 }, { of: 1 }];
  const wrapped = memoizedFor((key: object) => [key]);
  expect(wrapped(one)).toBe(wrapped(one));
  expect(wrapped(one)).not.toBe(wrapped(other));
});
