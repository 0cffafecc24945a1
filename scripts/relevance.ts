/**
 * What a search answers first, over sites in Markdown:
 *
 *     npm run relevance -- FOLDER
 *
 * FOLDER has a folder for each site. What is not as `relevance-queries.ts` expects it is printed with what stands first
 * instead; the exit code is 1 then. A site that is not there is passed over and named.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { indexAt } from "../src/library/index/at.ts";
import { ask } from "../src/library/index/ask.ts";
import type { EssayIndex } from "../src/library/index/index.ts";
import { refresh } from "../src/library/index/refresh.ts";
import { parseQuery } from "../src/search/parse-query.ts";
import { EXPECTED } from "./relevance-queries.ts";

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write("npm run relevance -- FOLDER\n");
  process.exit(2);
}

const indexes = new Map<string, EssayIndex>();
let asked = 0;
let failed = 0;
for (const site of new Set(EXPECTED.map(([name]) => name))) {
  const root = join(folder, site);
  if (!existsSync(root)) {
    process.stdout.write(`${site}: is not in ${folder}\n`);
    continue;
  }
  const index = indexAt(root, undefined);
  await refresh(index, { root, followLinks: false }, () => undefined);
  indexes.set(site, index);
}
for (const [site, query, first, reason] of EXPECTED) {
  const index = indexes.get(site);
  if (!index) continue;
  asked++;
  const slugs = ask(index, parseQuery(query)).found.map((one) => index.essay(one).slug);
  if (slugs[0] === first) continue;
  failed++;
  const place = slugs.indexOf(first);
  const where = place < 0 ? "not found" : `number ${place + 1}`;
  process.stdout.write(
    `${site}: ${query}\n  expected ${first} (${reason}); it is ${where} of ${slugs.length}, behind ${slugs.slice(0, 3).join(", ")}\n`,
  );
}
process.stdout.write(`${asked - failed} of ${asked} queries answered as expected\n`);
process.exitCode = failed > 0 ? 1 : 0;
