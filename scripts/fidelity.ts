/**
 * Holds what ibid shows against what a browser would show, for every essay of a folder.
 *
 *     npm run fidelity -- FOLDER
 */
import { markdownFormat } from "../src/document/parse.ts";
import { readSource } from "../src/essay/front-matter.ts";
import { discover } from "../src/library/discover.ts";
import { readTextFile } from "../src/library/read-file.ts";
import { firstDifference } from "../tests/support/oracle.ts";

const folder = process.argv[2] ?? "essays";
const { files } = discover(folder);
let same = 0;
for (const { file, path } of files) {
  try {
    const difference = firstDifference(readSource(readTextFile(file).text).body, markdownFormat(path));
    if (difference === undefined) same++;
    else process.stdout.write(`${path}: ${difference}\n`);
  } catch (error) {
    process.stdout.write(`${path}: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}
process.stdout.write(`${same} of ${files.length} files show the same words\n`);
process.exitCode = same === files.length ? 0 : 1;
