import { isPlural, type Messages } from "./message.ts";

/**
 * Messages with others in place of those that they name. A message is replaced as a whole, all its categories together.
 * @param others as `wordsSchema` lets them pass: groups where `messages` has groups.
 */
export function merged<Known extends Messages>(messages: Known, others: Messages): Known {
	return Object.fromEntries(
		Object.entries(messages).map(([name, value]) => {
			const other = others[name];
			if (other === undefined) return [name, value];
			return [name, typeof value === "string" || isPlural(value) ? other : merged(value, other as Messages)];
		}),
	) as Known;
}
