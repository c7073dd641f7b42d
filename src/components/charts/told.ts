import { charts } from "virtual:handoff-archive/words";
import type { Told } from "#charts/told.ts";
import { speech } from "../say.ts";

/** What drawings say, in the language of the site. */
export const told: Told = { words: charts, speech };
