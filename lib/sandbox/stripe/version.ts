/** The API version that the product's `stripe` package speaks, and in which the sandbox answers. */
export const API_VERSION = "2026-10-28.endive";
