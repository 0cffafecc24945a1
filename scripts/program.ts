/**
 * Stands in the built program for `src/start.ts`: loads it with what V8 compiled of it before.
 */
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { programLoader } from "../src/app/compiled.ts";
import type * as Start from "../src/start.ts";

const load = programLoader(dirname(fileURLToPath(import.meta.url)), process.env, process.argv[2]);

export const { start } = load("./start.cjs") as typeof Start;
