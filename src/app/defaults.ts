/**
 * The values of options that neither a flag nor the config file sets. Help shows them.
 */
export const DEFAULTS = {
  wrap: "even",
  links: "none",
  severity: "warning",
  hyphens: "auto",
  spread: false,
  color: "auto",
  theme: "auto",
  sort: "order",
  passages: 3,
  mouse: true,
  preview: true,
} as const;
