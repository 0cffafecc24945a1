/**
 * Finds faults in the configuration of the site's generator. Only data is parsed: a program has its own tools for that.
 */
import { relative } from "node:path";
import { engines, FrontMatterError } from "../../essay/engines.ts";
import { indented } from "../../essay/lenient.ts";
import { type ConfigurationFile, configurations } from "../site-address.ts";
import type { Finding } from "./finding.ts";
import { tableOf } from "../../text/own.ts";

const PARSERS = tableOf<(text: string) => unknown>({
  toml: engines["toml"]!,
  yaml: (text) => engines["yaml"]!(indented(text)),
  yml: (text) => engines["yaml"]!(indented(text)),
  json: engines["json"]!,
});

/** What the YAML parsers of some generators accept: custom tags (MkDocs), and duplicate keys (Jekyll). */
const ACCEPTED = /\b(?:tag|duplicated)\b/i;

/** The first fault of each configuration file of the site that contains a library; `folder` is the library's. */
export function siteConfigFindings(root: string, folder: string): Finding[] {
  return configurations(root).flatMap((one): Finding[] => {
    const fault = faultIn(one);
    if (!fault) return [];
    const { message, line = 1, column = 1 } = fault;
    const path = relative(folder, one.file).replaceAll("\\", "/");
    const said = `the site's configuration does not parse: ${message}`;
    return [{ path, file: one.file, line, column, severity: "warning", rule: "site-config", message: said }];
  });
}

function faultIn({ file, text }: ConfigurationFile): FrontMatterError | undefined {
  const parse = PARSERS[file.slice(file.lastIndexOf(".") + 1)];
  if (!parse) return undefined;
  try {
    parse(text.replace(/^\ufeff/, ""));
    return undefined;
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error;
    return ACCEPTED.test(error.message) ? undefined : error;
  }
}
