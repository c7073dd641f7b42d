import { defineConfig } from "astro/config";
import { directConfig } from "./integrations/handoff-archive/direct.ts";

// The same site as `npm run build`, for those who run Astro themselves; the settings come from handoffs.config.yaml.
export default defineConfig(directConfig(process.cwd()));
