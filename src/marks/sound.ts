/**
 * Checks whether values from a file or a database are valid fields of an anchor. A field that is null counts
 * as absent.
 */
import type { Point } from "./galley.ts";
import type { Rivals } from "./mark.ts";
import { isRecord } from "../text/is-record.ts";

export function isPoint(value: unknown): value is Point {
  return (
    isRecord(value) && isIndex(value["block"]) && isIndex(value["offset"]) && isNoneOr(isIndex, value["note"])
  );
}

/** Whether a value is two whole numbers, such as the first and the last line. */
export function isPair(value: unknown): value is [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every(isIndex);
}

export function isRivals(value: unknown): value is Rivals {
  return (
    isRecord(value) &&
    isIndex(value["nth"]) &&
    isIndex(value["of"]) &&
    ["here", "near", "elsewhere", "met"].every((name) => isNoneOr(isIndex, value[name])) &&
    isNoneOr(isPair, value["alike"]) &&
    isNoneOr(areTwins, value["twins"])
  );
}

function areTwins(value: unknown): boolean {
  return Array.isArray(value) && value.every(isTwin);
}

function isTwin(value: unknown): boolean {
  return Array.isArray(value) && value.length === 4 && isPair(value.slice(0, 2)) && areTexts(value.slice(2));
}

/** Whether a value is two texts. */
export function areTexts(value: unknown): value is [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every(isText);
}

function isNoneOr(check: (value: unknown) => boolean, value: unknown): boolean {
  return value === undefined || value === null || check(value);
}

/** Notes and blocks count from 0; the block of a note that nothing cites is -1. */
export function isIndex(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= -1;
}

function isText(value: unknown): boolean {
  return typeof value === "string";
}
