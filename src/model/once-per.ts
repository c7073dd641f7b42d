/**
 * A function that works something out of an object, as one that does so once for each object and keeps it as long as the object.
 * @param make what it works out; of an object that never changes, such as a standard
 */
export function oncePer<Key extends object, Value extends NonNullable<unknown> | null>(
	make: (key: Key) => Value,
): (key: Key) => Value {
	const made = new WeakMap<Key, Value>();
	return (key) => {
		const known = made.get(key);
		if (known !== undefined) return known;
		const value = make(key);
		made.set(key, value);
		return value;
	};
}
