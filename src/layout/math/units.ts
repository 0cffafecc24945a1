/**
 * TeX's units of length as mathematical units, 18 to the em: a cell is about half an em wide.
 */
import type { Measurement } from "./formula.ts";
import { tableOf } from "../../text/own.ts";

/** Units per length, at a type size of 10 points. */
const UNITS = tableOf<number>({
  mu: 1,
  em: 18,
  ex: 7.75,
  pt: 1.8,
  bp: 1.807,
  px: 1.807,
  pc: 21.6,
  dd: 1.926,
  cc: 23.1,
  sp: 0.00003,
  cm: 51.2,
  mm: 5.12,
  in: 130,
});
/** The widest space: 200 cells. */
const MOST = 1800;

export function unitsOf({ number, unit }: Measurement): number {
  const units = number * (UNITS[unit] ?? 0);
  return Number.isFinite(units) ? Math.max(-MOST, Math.min(MOST, units)) : 0;
}
