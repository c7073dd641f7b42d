interface Visit {
	readonly id: string;
	readonly next: Iterator<string>;
}

/**
 * The strongly connected components of a graph, each after all components that it points to (Tarjan's algorithm, without
 * recursion so that long chains do not exhaust the stack). Nodes are visited in the given order. Linear.
 */
export function componentsOf(
	ids: readonly string[],
	targetsOf: (id: string) => readonly string[],
): readonly (readonly string[])[] {
	const index = new Map<string, number>();
	const low = new Map<string, number>();
	const open: string[] = [];
	const isOpen = new Set<string>();
	const components: string[][] = [];
	const lower = (id: string, value: number | undefined) =>
		low.set(id, Math.min(low.get(id) ?? Number.POSITIVE_INFINITY, value ?? Number.POSITIVE_INFINITY));

	const enter = (id: string): Visit => {
		index.set(id, index.size);
		lower(id, index.get(id));
		open.push(id);
		isOpen.add(id);
		return { id, next: targetsOf(id)[Symbol.iterator]() };
	};
	const leave = (id: string) => {
		if (low.get(id) !== index.get(id)) return;
		const component = open.splice(open.lastIndexOf(id));
		for (const member of component) isOpen.delete(member);
		components.push(component);
	};

	for (const root of ids) {
		if (index.has(root)) continue;
		const path = [enter(root)];
		for (let visit = path.at(-1); visit; visit = path.at(-1)) {
			const step = visit.next.next();
			if (step.done) {
				leave(visit.id);
				path.pop();
				const above = path.at(-1);
				if (above) lower(above.id, low.get(visit.id));
			} else if (!index.has(step.value)) path.push(enter(step.value));
			else if (isOpen.has(step.value)) lower(visit.id, index.get(step.value));
		}
	}
	return components;
}
