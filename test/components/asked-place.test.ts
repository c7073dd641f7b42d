import { expect, it } from "vitest";
import { askedPlace } from "../../src/components/frame/asked-place.ts";

it("reads the place that an address asks for, however it is encoded", () => {
	expect(askedPlace("#results-%C3%BC")).toBe("results-ü");
	expect(askedPlace("#100%")).toBe("100%");
	expect(askedPlace("")).toBe("");
});
