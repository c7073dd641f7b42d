import { matrixCsv } from "../components/compliance/files.ts";
import { matrixOfArchive } from "../components/compliance/matrix.ts";

/** Handoffs by rules, for a spreadsheet. */
export const GET = () => new Response(matrixCsv(matrixOfArchive()));
