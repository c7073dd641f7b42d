import { edit, type Mutation } from "./mutation.ts";

/** Mutations of agent prompts, by rule. */
export const promptMutations: Readonly<Record<string, readonly Mutation[]>> = {
	"prompt/adversarial": [
		edit("prompt", "a question of no set", (draft) => draft.replace(/^11\. [^:]+:/, "11. The Weather Report:")),
		edit("prompt", "one of the other set", (draft) => draft.replace(/^12\. [^:]+:/, "12. The Shortcut Check:")),
		edit("prompt", "the second one first", (draft) => draft.replace(/^11\. [^:]+:/, "11. The Scope Creep Check:")),
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
		edit("prompt", "no stop", (draft) => {
			draft.replace(/, then STOP and WAIT for approval/, "");
			return draft.swap(draft.find(/STOP AFTER/), /^.*$/, "Wait for approval.");
		}),
		edit("prompt", "only before the questions", (draft) => {
			draft.remove(draft.find(/STOP AFTER/));
			return draft.find(/STOP and WAIT for approval/);
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
		edit("prompt", "no question", (draft) => {
			const at = draft.find(/^Verification/);
			draft.remove(at, draft.find(/^13\. /) + 1 - at);
			return null;
		}),
		edit("prompt", "a question to come", (draft) =>
			draft.swap(draft.find(/^9\. /, draft.find(/^Verification/)), /^.*$/, "..."),
		),
		{
			...edit("prompt", "an adversarial question left out for another", (draft) => {
				draft.replace(/^11\. [^:]+:/, "11. The Weather Report:");
				const [head = ""] = draft.remove(draft.find(/^Adversarial/));
				draft.insert(draft.find(/^12\. /), "", head.replace("3", "2"));
				return draft.find(/^1\. /, draft.find(/^Verification/));
			}),
			also: { rules: ["prompt/adversarial"], because: "of the last three questions one is not adversarial" },
		},
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
