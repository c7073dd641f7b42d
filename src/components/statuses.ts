/** How the badge of a status is drawn: what passed, what failed, and what is between. */
export const statusClasses: Readonly<Record<string, "good" | "bad" | "partial">> = {
	PASS: "good",
	FAIL: "bad",
	PARTIAL: "partial",
};
