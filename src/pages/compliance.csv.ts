import { matrixCsv } from "../components/compliance/files.ts";
import { matrixOfArchive } from "../components/compliance/matrix.ts";

/** Handoffs by rules, for a spreadsheet. */
export const GET = async () => new Response(matrixCsv(await matrixOfArchive()));
