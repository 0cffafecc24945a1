/**
 * Reads fields of JSON from other programs, whose types must be checked.
 */
import type { Mark } from "../../marks/mark.ts";
import { isRecord } from "../../text/is-record.ts";

export type Fields = Readonly<Record<string, unknown>>;

/** A string, if it is one. */
export function textIn(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** The fields without those of these names. */
export function without(fields: Fields, ...names: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
}

/** The fields of a mark that another program wrote in `format`. */
export function extraOf({ extra }: Pick<Mark, "extra">, format: string): Fields {
  const own = extra[format];
  return isRecord(own) ? own : {};
}

/** Wraps fields for `extra` of a mark; empty if there are none. */
export function asExtra(format: string, fields: Fields): Fields {
  return Object.keys(fields).length === 0 ? {} : { [format]: fields };
}
