/** What a drawing is made for: a page, or what is as wide as a tablet or a phone. */
export type Room = "page" | "tablet" | "phone";

/** Every room, the widest first. */
export const rooms = ["page", "tablet", "phone"] as const satisfies readonly Room[];
