import { archiveJson } from "virtual:handoff-archive/bodies";

/** The whole model, the same text as `handoffs export` prints. */
export const GET = () => new Response(archiveJson());
