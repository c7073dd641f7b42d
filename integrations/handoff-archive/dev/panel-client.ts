import { base } from "virtual:handoff-archive/site";
import { language, speech, panel as t } from "virtual:handoff-archive/words";
import { speechOf } from "#words/speech.ts";
import type { PanelFinding } from "./panel.ts";

/*
 * The panel of `handoffs dev`: the open findings of the page's documents, each with a link that opens the editor at its
 * line. It is made of text nodes only, because documents are untrusted.
 */

const style = `
#dev-findings { position: fixed; right: 1rem; bottom: 1rem; z-index: 50; max-width: min(30rem, calc(100vw - 2rem)); max-height: 60vh;
	overflow: auto; padding: .5rem .75rem; border: 1px solid; border-radius: 4px; background: Canvas; color: CanvasText; font-size: .8125rem; }
#dev-findings summary { cursor: pointer; }
#dev-findings ol { margin: .5rem 0 0; padding: 0 0 0 1.25rem; }
#dev-findings li { margin: 0 0 .6rem; }
#dev-findings p { margin: .1rem 0; }
@media print { #dev-findings { display: none; } }
`;

const { say } = speechOf(language, speech.and);
const openKey = "handoffs-dev-findings";

async function show(): Promise<void> {
	const answer = await fetch(`${base}__handoffs/findings.json?page=${encodeURIComponent(location.pathname)}`);
	const { findings, problem }: { findings: readonly PanelFinding[]; problem?: string } = await answer.json();
	document.getElementById("dev-findings")?.remove();
	if (findings.length === 0 && problem === undefined) return;
	const panel = element("aside", "");
	panel.id = "dev-findings";
	panel.setAttribute("aria-label", t.label);
	panel.append(element("style", style));
	const details = document.createElement("details");
	details.open = sessionStorage.getItem(openKey) !== "closed";
	details.addEventListener("toggle", () => sessionStorage.setItem(openKey, details.open ? "open" : "closed"));
	details.append(element("summary", problem ?? say(t.findings, { count: findings.length })));
	const list = element("ol", "");
	list.append(...findings.map(itemOf));
	details.append(list);
	panel.append(details);
	document.body.append(panel);
}

function itemOf(finding: PanelFinding): HTMLElement {
	const item = element("li", "");
	const place = element("p", "");
	const words = `${finding.path}${finding.line === null ? "" : `:${finding.line}`}`;
	place.append(finding.file === null ? words : editorLink(finding, words));
	item.append(
		element("p", say(t.finding, { severity: finding.severity, message: finding.message })),
		element("p", say(t.toMend, { remedy: finding.remedy, rule: finding.rule })),
		place,
	);
	return item;
}

function editorLink({ editor, file }: PanelFinding, words: string): HTMLElement {
	const link = document.createElement("a");
	link.textContent = words;
	link.title = t.open;
	link.href = editor ?? "#";
	if (editor === null)
		link.addEventListener("click", (event) => {
			event.preventDefault();
			void openInEditor(file ?? "");
		});
	return link;
}

/** The dev server opens the editor that is running; its own address may or may not stand below the base path. */
async function openInEditor(file: string): Promise<void> {
	for (const root of new Set([base, "/"]))
		if ((await fetch(`${root}__open-in-editor?file=${encodeURIComponent(file)}`)).ok) return;
}

function element(name: string, text: string): HTMLElement {
	const made = document.createElement(name);
	made.textContent = text;
	return made;
}

import.meta.hot?.on("handoffs:checked", () => void show());
void show();
