/** The id that an address's `#…` asks for; one that is wrongly encoded asks for itself. */
export function askedPlace(hash: string): string {
	const asked = hash.slice(1);
	try {
		return decodeURIComponent(asked);
	} catch {
		return asked;
	}
}
