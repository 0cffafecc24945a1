/**
 * Builds `dist/`: one entry, split into chunks so that the pipe's part loads nothing of the reader's.
 * Everything is bundled, so the package that is published has no dependencies.
 */
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";
import { manPage } from "../src/cli/man.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };

/** Modules that a dependency imports and that never run here. */
const stubs: Plugin = {
  name: "stubs",
  setup(builder) {
    // gray-matter's own engines are replaced; with them goes the old js-yaml that they import.
    builder.onResolve({ filter: /^js-yaml$/ }, ({ importer }) =>
      importer.includes("gray-matter") ? { path: "js-yaml", namespace: "stub" } : undefined,
    );
    // Unicode's line breaking classes are kept gzipped; Node.js unpacks them thirty times faster than JavaScript.
    builder.onResolve({ filter: /^fflate$/ }, () => ({ path: "fflate", namespace: "zlib" }));
    builder.onLoad({ filter: /.*/, namespace: "zlib" }, () => ({
      contents: 'export { gunzipSync } from "node:zlib";',
    }));
    // string-width builds its table of emoji when it is loaded; most pages never need it. Ink asks it for the width of
    // each character of each frame, most of which are of one column.
    builder.onResolve({ filter: /^string-width$/ }, ({ namespace }) =>
      namespace === "lazy" ? undefined : { path: "string-width", namespace: "lazy" },
    );
    builder.onLoad({ filter: /.*/, namespace: "lazy" }, () => ({
      contents: `let width;
        const single = /^[\\u0020-\\u007e\\u00a1-\\u00a8\\u00b0-\\u02ff\\u2010-\\u2027\\u2500-\\u259f]*$/;
        const looks = /\\u001b(?:\\[[\\d;]*m|\\]8;;[^\\u001b]*\\u001b\\\\)/g;
        export default (text, ...given) => {
          if (single.test(text)) return text.length;
          const bare = given.length === 0 ? text.replace(looks, "") : text;
          if (single.test(bare)) return bare.length;
          return (width ??= require("string-width").default)(text, ...given);
        };`,
      resolveDir: root,
    }));
    // Ink's developer tools are wanted by nobody who reads.
    builder.onResolve({ filter: /^react-devtools-core$/ }, ({ path }) => ({ path, namespace: "stub" }));
    builder.onLoad({ filter: /.*/, namespace: "stub" }, () => ({
      contents: "export const safeLoad = () => {}; export const safeDump = () => {}; export default {};",
    }));
  },
};

rmSync(join(root, "dist"), { recursive: true, force: true });
const result = await build({
  absWorkingDir: root,
  entryPoints: {
    ibid: "src/main.ts",
    index: "src/index.ts",
    "reading-thread": "src/library/index/reading-thread.ts",
  },
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node22.13",
  minify: true,
  keepNames: true,
  metafile: true,
  chunkNames: "[name]-[hash]",
  plugins: [stubs],
  define: {
    "process.env.NODE_ENV": '"production"',
    "process.env.DEV": '"false"',
    // yoga would load its WebAssembly by fetch, and with that all of undici.
    fetch: "undefined",
    IBID_VERSION: JSON.stringify(version),
  },
  banner: {
    js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
  },
  logLevel: "warning",
});
// What another program imports has types.
const types = spawnSync(
  process.execPath,
  [join(root, "node_modules/typescript/bin/tsc"), "-p", join(root, "scripts/tsconfig.types.json")],
  { stdio: "inherit" },
);
if (types.status !== 0) process.exitCode = 1;
chmodSync(join(root, "dist/ibid.js"), 0o755);
writeFileSync(join(root, "dist/ibid.1"), manPage());
writeFileSync(join(root, "dist/THIRD-PARTY-NOTICES.txt"), notices(Object.keys(result.metafile.inputs)));

/** The licences of every package that the bundle holds. */
function notices(inputs: readonly string[]): string {
  const folders = new Set(
    inputs.flatMap((input) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []),
  );
  return [...folders]
    .sort()
    .map(notice)
    .join(`\n${"-".repeat(72)}\n\n`);
}

function notice(folder: string): string {
  const {
    name,
    version: its,
    license,
  } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) as Record<string, string>;
  const file = ["LICENSE", "LICENSE.md", "license", "LICENCE", "LICENSE.txt", "LICENSE-MIT.txt"]
    .map((candidate) => join(root, folder, candidate))
    .find((candidate) => existsSync(candidate));
  return `${name} ${its} (${license})\n\n${file ? readFileSync(file, "utf8") : ""}`;
}
