/**
 * Work that may not take longer than so long, one by one and in groups.
 */
import { describe, expect, test } from "vitest";
import { eachWithinTime, loadedOnce, TimeLimitError, withinTime } from "../../src/system/time-limit.ts";

function forever(): never {
  for (;;);
}

describe("a time limit", () => {
  test("gives what the work gives, and what it throws", () => {
    expect(withinTime(60_000, () => 7)).toBe(7);
    expect(() =>
      withinTime(60_000, () => {
        throw new TypeError("its own");
      }),
    ).toThrow(new TypeError("its own"));
  });

  test("ends a loop, and leaves nothing that would hinder the next", () => {
    expect(() => withinTime(20, forever)).toThrow(TimeLimitError);
    expect(withinTime(60_000, () => 7)).toBe(7);
  });

  test("is of processor time: a machine that is busy with something else does not use it up", () => {
    const asleep = new Int32Array(new SharedArrayBuffer(4));
    let begun = 0;
    const work = (): string => {
      begun += 1;
      // The first time, this thread waits for the processor, as it does on a busy machine.
      if (begun === 1) for (;;) Atomics.wait(asleep, 0, 0, 5);
      return "done";
    };
    expect(withinTime(100, work)).toBe("done");
    expect(begun).toBe(2);
  });

  test("of an outer call holds for what is within", () => {
    expect(() => withinTime(20, () => withinTime(60_000, forever))).toThrow(TimeLimitError);
    expect(() => withinTime(60_000, () => withinTime(20, () => 1))).not.toThrow();
  });
});

describe("what is loaded on first use", () => {
  test("is loaded outside of watched work, which begins again, whoever caught the interruption", () => {
    let begun = 0;
    const module = loadedOnce(() => {
      // Had V8 ended the work here, half of the module would stay.
      expect(() => withinTime(20, forever)).toThrow(TimeLimitError);
      return 7;
    });
    const work = (): number => {
      begun += 1;
      try {
        return module();
      } catch {
        return -1;
      }
    };
    expect(withinTime(60_000, work)).toBe(7);
    expect(withinTime(60_000, work)).toBe(7);
    expect(begun).toBe(3);
  });

  test("fails where it is used, and once", () => {
    let tried = 0;
    const module = loadedOnce(() => {
      tried += 1;
      throw new TypeError("no such module");
    });
    for (const _ of [1, 2]) expect(() => withinTime(60_000, module)).toThrow(new TypeError("no such module"));
    expect(tried).toBe(1);
  });
});

describe("many items", () => {
  const items = Array.from({ length: 70 }, (_, nth) => nth);

  test("give their results in order", () => {
    expect(eachWithinTime(items, (item) => item * 2)).toEqual(items.map((item) => item * 2));
  });

  test("are done one by one, each within its own limit, where one of them takes too long", () => {
    const results = eachWithinTime(items, (item) => {
      try {
        return withinTime(item === 40 ? 20 : 60_000, () => (item === 40 ? forever() : item));
      } catch {
        return -1;
      }
    });
    expect(results).toEqual(items.map((item) => (item === 40 ? -1 : item)));
  });

  test("throw what one of them throws", () => {
    expect(() =>
      eachWithinTime(items, (item) => {
        if (item === 3) throw new RangeError("its own");
      }),
    ).toThrow(new RangeError("its own"));
  });
});
