/**
 * Milliseconds that the processor has worked for this process so far: what work takes does not grow with what else runs on the
 * machine, as the time on the clock does.
 */
export function processorTime(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
}
