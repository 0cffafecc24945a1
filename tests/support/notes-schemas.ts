/**
 * What formats of notes must be like, as schemas, from their specifications: W3C's Web Annotation Data Model (sections 3 and 4), and
 * MRSF 1.0 (sections 4, 6 and 7).
 */

const TIME = {
  type: "string",
  pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)$",
};
const IRI = { type: "string", pattern: '^[a-z][a-z0-9+.-]*:[^\\s<>"{}|\\\\^`]+$' };

/** A page of annotations, with an IRI: each has an IRI, a type and one target at least; selectors have what their kind wants. */
export const W3C = {
  type: "object",
  required: ["@context", "id", "type", "items"],
  properties: {
    id: IRI,
    "@context": {
      type: "array",
      minItems: 2,
      maxItems: 2,
      prefixItems: [
        { const: "http://www.w3.org/ns/anno.jsonld" },
        { type: "object", additionalProperties: IRI },
      ],
    },
    type: { const: "AnnotationPage" },
    items: { type: "array", items: { $ref: "#/$defs/annotation" } },
  },
  $defs: {
    annotation: {
      type: "object",
      required: ["id", "type", "target"],
      properties: {
        id: IRI,
        type: { const: "Annotation" },
        created: TIME,
        modified: TIME,
        motivation: { enum: ["highlighting", "commenting"] },
        body: {
          type: "object",
          required: ["type", "value"],
          properties: {
            type: { const: "TextualBody" },
            value: { type: "string" },
            format: { const: "text/plain" },
            purpose: { const: "commenting" },
          },
        },
        target: {
          type: "object",
          required: ["source", "selector"],
          properties: { source: IRI, selector: { type: "array", items: { $ref: "#/$defs/selector" } } },
        },
      },
      // A key that the context does not define must be an IRI: prefixed, here.
      propertyNames: { pattern: "^(id|type|created|modified|motivation|body|target|ibid:[a-z]+)$" },
    },
    selector: {
      oneOf: [
        {
          type: "object",
          required: ["type", "exact"],
          properties: {
            type: { const: "TextQuoteSelector" },
            exact: { type: "string", minLength: 1 },
            prefix: { type: "string" },
            suffix: { type: "string" },
          },
          additionalProperties: false,
        },
        {
          type: "object",
          required: ["type", "value"],
          properties: {
            type: { const: "FragmentSelector" },
            conformsTo: IRI,
            value: { type: "string", pattern: "^line=\\d+,\\d+$" },
          },
          additionalProperties: false,
        },
      ],
    },
  },
} as const;

/** A sidecar: its version, the path of its document, and comments. */
export const MRSF = {
  type: "object",
  required: ["mrsf_version", "document", "comments"],
  properties: {
    mrsf_version: { type: "string", pattern: "^1\\.\\d+$" },
    document: { type: "string", pattern: "^[^/]" },
    comments: {
      type: "array",
      items: {
        type: "object",
        required: ["id", "author", "timestamp", "text", "resolved"],
        properties: {
          id: { type: "string", minLength: 1 },
          author: { type: "string" },
          timestamp: TIME,
          text: { type: "string", maxLength: 16_384 },
          resolved: { type: "boolean" },
          line: { type: "integer", minimum: 1 },
          end_line: { type: "integer", minimum: 1 },
          selected_text: { type: "string", maxLength: 4096 },
          anchored_text: { type: "string", maxLength: 4096 },
          selected_text_hash: { type: "string", pattern: "^[0-9a-f]{64}$" },
        },
        // What MRSF does not know begins with x_.
        propertyNames: {
          pattern:
            "^(id|author|timestamp|text|resolved|line|end_line|selected_text|anchored_text|selected_text_hash|x_[a-z_]+)$",
        },
      },
    },
  },
} as const;
