import { matrixJson } from "../components/compliance/files.ts";
import { matrixOfArchive } from "../components/compliance/matrix.ts";

/** Handoffs by rules, for programs. */
export const GET = () => new Response(matrixJson(matrixOfArchive()));
