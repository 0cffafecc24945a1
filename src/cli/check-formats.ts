/**
 * The output formats of `check`: for editors, scripts and CI.
 */
import { sep } from "node:path";
import type { CheckFormat } from "../app/flags/formats.ts";
import { type Finding, RULES } from "../library/check/finding.ts";
import { addressPath } from "../text/address.ts";
import { label } from "../text/visible.ts";
import { toJson, toJsonLines } from "../formats/json.ts";
import { toCsv } from "../formats/csv.ts";
import { toTsv } from "../formats/rows.ts";
import { version } from "../app/built-in.ts";

export function findingsAs(format: CheckFormat, findings: readonly Finding[]): string {
  return WRITTEN[format](findings);
}

const COLUMNS = ["file", "line", "column", "severity", "rule", "message"];

const WRITTEN: Readonly<Record<CheckFormat, (findings: readonly Finding[]) => string>> = {
  text: (findings) => findings.map(plain).join(""),
  json: (findings) => toJson({ version: 1, findings }),
  jsonl: toJsonLines,
  tsv: (findings) => toTsv(findings.map(cells)),
  csv: (findings) => toCsv([COLUMNS, ...findings.map(cells)]),
  github: (findings) => findings.map(workflowCommand).join(""),
  sarif: (findings) => toJson(sarif(findings)),
};

function cells({ file, line, column, severity, rule, message }: Finding): string[] {
  return [file, String(line), String(column), severity, rule, message];
}

/** `file:line:column: severity: message [rule]`, the format of compilers, which editors read. */
function plain({ file, line, column, severity, message, rule }: Finding): string {
  return `${label(file)}:${line}:${column}: ${severity}: ${label(message)} [${rule}]\n`;
}

/** GitHub's workflow commands (docs.github.com, “Workflow commands for GitHub Actions”). */
function workflowCommand({ file, line, column, severity, message, rule }: Finding): string {
  const property = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
  const properties = `file=${property(label(file))},line=${line},col=${column},title=${rule}`;
  return `::${severity} ${properties}::${data(label(message))}\n`;
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** The Static Analysis Results Interchange Format, version 2.1.0 (OASIS). */
function sarif(findings: readonly Finding[]): object {
  const rules = Object.entries(RULES).map(([id, text]) => ({ id, shortDescription: { text } }));
  return {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "ibid", version, rules } },
        columnKind: "unicodeCodePoints",
        results: findings.map(({ file, line, column, severity, message, rule }) => ({
          ruleId: rule,
          ruleIndex: rules.findIndex(({ id }) => id === rule),
          level: severity,
          message: { text: message },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: addressPath(sep === "/" ? file : file.replaceAll(sep, "/")) },
                region: { startLine: line, startColumn: column },
              },
            },
          ],
        })),
      },
    ],
  };
}
