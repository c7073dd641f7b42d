/**
 * Moves the matrix to the group of rules that fails most often, where that is out of view: what fails is asked for first. Where the
 * window has no room for the group up to the rule of it that fails most, it moves to that rule.
 * @param table the matrix, in the box that scrolls it
 */
export function showWhatFails(table: HTMLTableElement): void {
	const scroller = table.closest(".matrix");
	const corner = table.tHead?.rows[0]?.cells[0];
	const groups = failingRules(table);
	const group = groups[gravest(groups.map((rules) => rules.reduce((sum, { fails }) => sum + fails, 0)))] ?? [];
	const [first] = group;
	const worst = group[gravest(group.map(({ fails }) => fails))];
	if (!scroller || !corner || !first || !worst) return;
	const seen = scroller.getBoundingClientRect();
	const room = seen.width - corner.getBoundingClientRect().width;
	const isRightToLeft = getComputedStyle(scroller).direction === "rtl";
	const [start, end] = isRightToLeft ? [seen.left, seen.left + room] : [seen.right - room, seen.right];
	const [from, to] = [first, worst].map(({ head }) => head.getBoundingClientRect());
	if (!from || !to || (to.left >= start && to.right <= end)) return;
	const target = Math.abs(to.left - from.left) + to.width <= room ? from : to;
	const left = isRightToLeft ? target.right - end : target.left - start;
	scroller.scrollBy({ left, behavior: "instant" });
}

interface FailingRule {
	readonly head: HTMLElement;
	readonly fails: number;
}

/** How often each rule fails, group by group: the first row of the totals says it. */
function failingRules(table: HTMLTableElement): readonly (readonly FailingRule[])[] {
	const totals = [...(table.tFoot?.rows[0]?.cells ?? [])].slice(1);
	const heads = [...table.querySelectorAll<HTMLElement>("thead [data-rule]")];
	const rules = heads.map((head, index) => ({ head, fails: Number(totals[index]?.textContent ?? 0) }));
	return [...Map.groupBy(rules, ({ head }) => head.dataset["rule"]?.split("/")[0]).values()];
}

/** The place of the largest number, the first of equals; -1 where none is above nought. */
function gravest(numbers: readonly number[]): number {
	const most = Math.max(0, ...numbers);
	return most === 0 ? -1 : numbers.indexOf(most);
}
