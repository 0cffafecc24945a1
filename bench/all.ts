/**
 * Every figure: `npm run bench -- [FOLDER [COUNT...]]`, the library that the starts are measured on and the sizes of
 * the libraries that searches are measured on. The reader is measured on 230 and 10,000 essays.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const [folder, ...counts] = process.argv.slice(2);
const runs = [
  ["start.ts", ...(folder === undefined ? [] : [folder])],
  ["reader.ts"],
  ["search.ts", ...counts],
];
for (const [name = "", ...args] of runs) {
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, name), ...args], {
    stdio: "inherit",
  });
  process.exitCode ||= status ?? 1;
}
