import { isPlural, type Message, type Messages } from "./message.ts";

/** Messages with others in place of those that they name. A message is replaced as a whole, all its categories together. */
export function merged<Known extends Messages>(messages: Known, others: Messages): Known {
	return Object.fromEntries(
		Object.entries(messages).map(([name, value]) => {
			const other = others[name];
			if (other === undefined) return [name, value];
			return [name, isMessage(value) || isMessage(other) ? other : merged(value, other)];
		}),
	) as Known;
}

function isMessage(value: Message | Messages): value is Message {
	return typeof value === "string" || isPlural(value);
}
