export * from "#words/en/index.ts";
export const language = "en";
