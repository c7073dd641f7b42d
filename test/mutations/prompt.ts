import { edit, type Mutation } from "./mutation.ts";

/** Mutations of agent prompts, by rule. */
export const promptMutations: Readonly<Record<string, readonly Mutation[]>> = {
	"prompt/adversarial": [
		edit("prompt", "a question of no set", (draft) => draft.replace(/^11\. [^:]+:/, "11. The Weather Report:")),
		edit("prompt", "the last one is another", (draft) => draft.replace(/^13\. [^:]+:/, "13. The Weather Report:")),
	],
	"prompt/contract-version": [
		edit("prompt", "not stated", (draft) => {
			draft.remove(draft.find(/Prompt Contract Version/));
			return null;
		}),
		edit("prompt", "an older one", (draft) => draft.replace(/(?<=Contract Version: )\d+\.\d+\.\d+/, "0.9.0")),
	],
	"prompt/gate": [
		edit("prompt", "no gate", (draft) => {
			draft.replace(/, then STOP and WAIT for approval/, "");
			draft.remove(draft.find(/STOP AFTER/));
			return draft.find(/^13\. /);
		}),
		edit("prompt", "no waiting", (draft) => {
			draft.replace(/ and WAIT for approval/, "");
			return draft.replace(/\*\* .*$/, "**", draft.find(/STOP AFTER/));
		}),
	],
	"prompt/mandatory-rules": [
		edit("prompt", "the regression left out", (draft) => {
			draft.remove(draft.find(/^5\. Full regression/));
			return draft.find(/^1\. ALL work/);
		}),
		edit("prompt", "none at all", (draft) => {
			draft.remove(draft.find(/^1\. ALL work/), 7);
			return null;
		}),
	],
	"prompt/placeholder": [
		edit("prompt", "a placeholder of the template", (draft) => {
			const at = draft.find(/^\*\*Specification/);
			return draft.insert(at, "[ONE_LINE_MISSION]", "");
		}),
	],
	"prompt/questions": [
		edit("prompt", "one question less", (draft) => {
			draft.remove(draft.find(/^10\. /));
			return draft.find(/^1\. /, draft.find(/^Verification/));
		}),
		edit("prompt", "a number twice", (draft) => draft.replace(/^7\. /, "6. ", draft.find(/^Verification/))),
	],
	"prompt/spec-path": [
		edit("prompt", "the spec of another handoff", (draft) => {
			const other = draft.id === "H-1" ? "H-2" : "H-1";
			const at = draft.find(/_BUILDER_HANDOFF\.md/);
			return draft.swap(at, new RegExp(draft.id, "g"), other);
		}),
		edit("prompt", "another folder", (draft) =>
			draft.replace(/handoffs\/[A-Z0-9-]+\/(?=\S*_BUILDER)/, draft.id === "H-1" ? "handoffs/H-2/" : "handoffs/H-1/"),
		),
		edit("prompt", "no spec", (draft) => {
			draft.replace(/^.*_BUILDER_HANDOFF\.md.*$/, "as agreed");
			return null;
		}),
	],
};
