import { matrixCsv, matrixJson } from "../../components/compliance/files.ts";
import { matrixOfArchive, todaysStandard } from "../../components/compliance/matrix.ts";

/** The files of the page by today's standard, where there is one. */
export function getStaticPaths() {
	return todaysStandard() ? ["csv", "json"].map((kind) => ({ params: { by: "today", kind } })) : [];
}

/** Handoffs by rules as today's standard judges them, for a spreadsheet or a program. */
export function GET({ params }: { params: { kind: string } }): Response {
	const matrix = matrixOfArchive("today");
	return new Response(params.kind === "csv" ? matrixCsv(matrix) : matrixJson(matrix));
}
