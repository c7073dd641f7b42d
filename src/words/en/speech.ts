/** How words are joined. */
export const speech = {
	and: "{rest} and {last}",
} as const;
