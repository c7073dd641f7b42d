export { certainty, common, findingStates, relations, verdicts } from "./common.ts";
export { checklist, delivery, handoff, handoffs, standing } from "./handoff.ts";
export { copying, layout, sections } from "./layout.ts";
export { speech } from "./speech.ts";
