export { copying, layout, sections } from "./layout.ts";
export { speech } from "./speech.ts";
