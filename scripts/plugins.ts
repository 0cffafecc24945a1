/**
 * What the build changes of modules: stand-ins for what never runs, Node.js's own modules read sparingly, files in ASCII.
 */
import { isBuiltin } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "rolldown";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** What stands in for modules that never run here, or that Node.js does better. */
const STAND_INS: Readonly<Record<string, string>> = {
  // gray-matter's own engines are replaced; with them goes the old js-yaml that they import.
  "js-yaml": "export const safeLoad = () => {}; export const safeDump = () => {};",
  // Ink's developer tools are wanted by nobody who reads.
  "react-devtools-core": "export default {};",
  // Unicode's line breaking classes are kept gzipped; Node.js unpacks them thirty times faster than JavaScript. Books are packed by
  // fflate itself: its bytes are the same whatever the version of Node.js.
  fflate: 'export { gunzipSync } from "node:zlib";',
  // Both tables of entities are unpacked when they are loaded, which takes 15 ms; most essays have none but those that
  // `text/entities.ts` knows by heart.
  entities: `let own;
    export const decodeHTMLStrict = (text) => (own ??= require("entities/decode").decodeHTMLStrict)(text);`,
  "entities/decode": `const own = () => require("entities/decode");
    export const htmlDecodeTree = "htmlDecodeTree", xmlDecodeTree = "xmlDecodeTree";
    export const DecodingMode = { Legacy: 0, Strict: 1, Attribute: 2 };
    export class EntityDecoder {
      #decoder; #make;
      constructor(tree, emit) {
        this.#make = () => new (own().EntityDecoder)(own()[tree], emit);
      }
      startEntity(mode) { (this.#decoder ??= this.#make()).startEntity(mode); }
      write(text, at) { return this.#decoder.write(text, at); }
      end() { return this.#decoder.end(); }
    }`,
  // The classes of characters are unpacked when the package is loaded: a twentieth of the time to the first frame, which breaks no line.
  "@cto.af/linebreak": `export class Rules {
      constructor(...given) { return new (require("@cto.af/linebreak").Rules)(...given); }
    }`,
  // string-width builds its table of emoji when it is loaded; most pages never need it. Ink asks it for the width of
  // each character of each frame, most of which are of one column.
  "string-width": `let width;
    const single = /^[\\u0020-\\u007e\\u00a1-\\u00a8\\u00b0-\\u02ff\\u2010-\\u2027\\u2500-\\u259f]*$/;
    const looks = /\\u001b(?:\\[[\\d;]*m|\\]8;;[^\\u001b]*\\u001b\\\\)/g;
    export default (text, ...given) => {
      if (single.test(text)) return text.length;
      const bare = given.length === 0 ? text.replace(looks, "") : text;
      if (single.test(bare)) return bare.length;
      return (width ??= require("string-width").default)(text, ...given);
    };`,
};
/** Modules of several versions, or with more exports than a stand-in has: the importer that gets it. */
const WANTED_BY: Readonly<Record<string, string>> = {
  "entities/decode": "node_modules/htmlparser2/dist/Tokenizer.js",
  entities: "src/text/entities.ts",
};
const STAND_IN = "\0stand-in:";
const BUILTIN = "\0node:";

/** Resolves what has a stand-in to it. */
export const standIns: Plugin = {
  name: "stand-ins",
  resolveId(source, importer) {
    if (source === "js-yaml" && !importer?.includes("gray-matter")) return undefined;
    if (source === "fflate" && importer?.startsWith(join(root, "src"))) return undefined;
    // What a stand-in asks for is the module itself, as the package that imports it has it.
    if (importer?.startsWith(STAND_IN))
      return this.resolve(source, join(root, WANTED_BY[importer.slice(STAND_IN.length)] ?? "src/main.ts"), {
        skipSelf: true,
      });
    const wantedBy = WANTED_BY[source];
    if (wantedBy !== undefined && importer !== join(root, wantedBy)) return undefined;
    return Object.hasOwn(STAND_INS, source) ? STAND_IN + source : undefined;
  },
  load: (id) => (id.startsWith(STAND_IN) ? STAND_INS[id.slice(STAND_IN.length)] : undefined),
};

/**
 * marked without Unicode's classes, which stand in its rules for inlines only: ibid parses inlines itself. V8 takes half the time that
 * marked takes to load for them.
 */
export const blocksOnly: Plugin = {
  name: "blocks-only",
  transform: {
    filter: { id: /marked[\\/]lib[\\/]marked\.esm\.js$/ },
    handler(code) {
      const classes = /\\p\{\w+\}/g;
      if (code.match(classes)?.length !== 16)
        this.error("marked's rules are other ones now: see whether those for blocks have Unicode's classes");
      return code.replace(classes, "");
    },
  },
};

/**
 * Node.js's own modules. An `import` of one reads each of its exports, and those that are made when they are asked for (all of
 * node:stream behind two of node:fs) are made in vain: 6 of 20 ms of `--help`. So only those that the program uses are read.
 */
export const builtins: Plugin = {
  name: "builtins",
  resolveId: (source, importer, { kind }) =>
    // What makes these modules asks for one itself.
    isBuiltin(source) && kind === "import-statement" && !importer?.includes("rolldown/runtime")
      ? BUILTIN + source.replace(/^node:/, "")
      : undefined,
  load: (id) => (id.startsWith(BUILTIN) ? exportsOf(`node:${id.slice(BUILTIN.length)}`) : undefined),
};

/** A module with the exports of one of Node.js's; those that nothing imports are left out. */
function exportsOf(name: string): string {
  const names = Object.keys(process.getBuiltinModule(name) as object).filter((one) =>
    /^[a-z_]\w*$/i.test(one),
  );
  return [
    `const $all = process.getBuiltinModule("${name}");`,
    "export default $all;",
    ...names.map((one) => `export const ${one} = /* @__PURE__ */ (() => $all.${one})();`),
  ].join("\n");
}

/**
 * Yoga, the layout of Ink, compiled when it is loaded. Its module awaits the WebAssembly, which a module of CommonJS can't; its Emscripten
 * glue takes an `instantiateWasm` that makes the instance at once.
 */
export const yogaAtOnce: Plugin = {
  name: "yoga-at-once",
  transform: {
    filter: { id: /yoga-layout[\\/]dist[\\/](?:src[\\/]index|binaries[\\/]yoga-wasm-base64-esm)\.js$/ },
    handler(code, id) {
      const isGlue = id.includes("binaries");
      const [found, wasm] =
        (isGlue ? /"data:application\/octet-stream;base64,([\w+/=]{1000,})"/ : AWAITED).exec(code) ?? [];
      if (found === undefined) this.error("Yoga is another one now: see how it loads its WebAssembly");
      if (isGlue) return `${code.replace(found, '""')}\nexport const wasm = "${wasm}";`;
      return `import { wasm } from "../binaries/yoga-wasm-base64-esm.js";\n${code.replace(found, AT_ONCE)}`;
    },
  },
};

const AWAITED = /const Yoga = wrapAssembly\(await loadYoga\(\)\);/;
const AT_ONCE = `const glue = {
  instantiateWasm(imports, done) {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(wasm, "base64")), imports);
    done({ exports });
    return exports;
  },
};
void loadYoga(glue);
const Yoga = wrapAssembly(glue);`;

/** Ink without what it awaits for its developers, while it is loaded: a module of CommonJS can't. */
export const noDevelopers: Plugin = {
  name: "no-developers",
  transform: {
    filter: { id: /ink[\\/]build[\\/]reconciler\.js$/ },
    handler(code) {
      const guards = /process\.env\['DEV'\] === 'true'/g;
      const awaits = /await (?=import\('\.\/devtools\.js'\)|loadPackageJson\(\))/g;
      if (code.match(guards)?.length !== 2 || code.match(awaits)?.length !== 2)
        this.error("Ink is another one now: see what it awaits while it is loaded");
      return code.replace(guards, "false").replace(awaits, "");
    },
  },
};

/** Files in ASCII: V8 then keeps them in half of the memory, and Node.js need not decode them. */
export const ascii: Plugin = {
  name: "ascii",
  // After the minifier, which writes characters out.
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) if (file.type === "chunk") file.code = inAscii(file.code);
  },
};

/** Code with an escape for each character that is not of ASCII; a backslash before one has no meaning of its own. */
function inAscii(code: string): string {
  return code.replace(/\\[\x00-\x7f]|\\?([^\x00-\x7f])/g, (found, unit?: string) =>
    unit === undefined ? found : `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** In the entry, the loader of the program in the place of the program. */
export const loaderForStart: Plugin = {
  name: "loader-for-start",
  resolveId: (source, importer) =>
    source === "./start.ts" && importer === join(root, "src/main.ts")
      ? join(root, "scripts/program.ts")
      : undefined,
};
