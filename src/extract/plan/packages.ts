import type { Heading } from "#model/documents.ts";
import type { PlannedAsset } from "#model/plan.ts";
import type { Standard } from "#model/standard.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import {
	headOf,
	isExcluded,
	isPackageLabel,
	isUnchanged,
	packageIds,
	startsWithPackage,
	valueIds,
} from "../packages/package-words.ts";
import { type Block, type BlockContext, blocksOf, labelOf } from "../text/blocks.ts";
import { normalise } from "../text/text.ts";
import { labelsOf, normalised, startsWithPhrase, wordsOf } from "../text/vocabulary.ts";
import { AssetList } from "./asset-list.ts";
import { assetOf, assetsIn, isAssetPath, opensWithFile } from "./assets.ts";
import { columnsOf, formOf, isBlank, unquoted, wordingsOf } from "./columns.ts";
import { toldPackage } from "./told.ts";

/** What the package plan says of one field of a package, and where. */
interface FieldReading {
	readonly value: string;
	readonly line: number;
}

/** A package as the package plan describes it. */
export interface PackageReading {
	readonly id: string;
	readonly line: number;
	/** By the key of the standard's field; a field without a value is not there. */
	readonly fields: ReadonlyMap<string, FieldReading>;
	readonly assets: readonly PlannedAsset[];
	readonly dependencies: readonly string[];
}

/** Reads the packages of a package plan: headings, labelled lists, tables and manifests in code (BHS, Package Plan). */
export function readPackages(parsed: ParsedDocument, section: Heading, standard: Standard): readonly PackageReading[] {
	const reader = new PlanReader(standard);
	for (const block of blocksOf(parsed, section)) reader.read(block);
	return reader.packages.map(({ assets: { assets }, ...rest }) => ({ ...rest, assets }));
}

interface OpenPackage {
	readonly id: string;
	readonly line: number;
	readonly fields: Map<string, FieldReading>;
	readonly assets: AssetList;
	readonly dependencies: string[];
	readonly byHeading: boolean;
}

/** Columns by their position; -1 where there is none. */
interface AssetColumns {
	readonly path: number;
	readonly classification: number;
	readonly owner: number;
}

class PlanReader {
	readonly packages: OpenPackage[] = [];
	readonly #standard: Standard;
	/** Fields stated before any id. */
	#pending = new Map<string, FieldReading>();
	#current: OpenPackage | null = null;

	constructor(standard: Standard) {
		this.#standard = standard;
	}

	read(block: Block): void {
		switch (block.kind) {
			case "heading":
				this.#heading(block.text, block.line);
				break;
			case "paragraph":
				if (!this.#told(block.lines.join(" "), block.line))
					for (const [index, line] of block.lines.entries())
						this.#entry(line, block.line + index, block.context, block.marked);
				break;
			case "item":
				this.#item(block.text, block.line, block.context);
				break;
			case "table":
				this.#table(block);
				break;
			case "code":
				this.#code(block.lines, block.line + 1);
		}
	}

	#open(id: string | undefined, line: number, byHeading = false): void {
		if (id === undefined) return;
		const known = this.packages.find((other) => other.id === id);
		this.#current = known ?? { id, line, fields: this.#pending, assets: new AssetList(), dependencies: [], byHeading };
		if (known) return;
		this.packages.push(this.#current);
		this.#pending = new Map();
	}

	/** A paragraph that describes a package in running words. */
	#told(text: string, line: number): boolean {
		const told = toldPackage(text, this.#standard);
		if (!told) return false;
		this.#open(told.id, line);
		for (const { label, value } of told.fields) this.#labelled(label, value, line);
		return true;
	}

	#heading(text: string, line: number): void {
		if (startsWithPackage(text, this.#standard)) {
			this.#open(packageIds(text, this.#standard)[0], line, true);
			for (const [, remark = ""] of text.matchAll(/\(([^()]*)\)/gu)) this.#remark(remark, line);
		} else if (this.#current?.byHeading && !this.#fieldNamed(text)) this.#current = null;
	}

	/** A field in brackets behind the id: "(Layer 3)". */
	#remark(text: string, line: number): void {
		const [label = "", value = ""] = text.trim().split(/[\s:]+/u, 2);
		const key = formOf(label, this.#standard.spec.packageFields)?.key;
		if (key !== undefined && /\d/u.test(value)) this.#set(key, value, line);
	}

	/** The field whose list a title or lead introduces: "Dependencies (unchanged)", "Modified assets". */
	#fieldNamed(text: string): string | undefined {
		const words = normalise(text);
		return this.#standard.spec.packageFields.find((form) => startsWithPhrase(words, wordingsOf(form)))?.key;
	}

	#item(text: string, line: number, context: BlockContext): void {
		const under = this.#fieldNamed(context.lead) ?? this.#fieldNamed(context.heading);
		const label = labelOf(text);
		const isField = label !== text && formOf(label, this.#standard.spec.packageFields) !== undefined;
		if (under === "dependencies" && !isField) this.#depend(text, line);
		else if (!isField && (under === "assets" || (this.#isBelowHeading(context) && opensWithFile(text, this.#standard))))
			this.#listAsset(text, line, context);
		else this.#entry(text, line, context, true);
	}

	/** Whether an entry stands right below the heading of its package, in a list that nothing introduces. */
	#isBelowHeading({ lead }: BlockContext): boolean {
		return lead === "" && this.#current?.byHeading === true;
	}

	#listAsset(text: string, line: number, context: BlockContext): void {
		if (isUnchanged(`${context.lead} ${text}`, this.#standard)) {
			this.#set("assets", context.lead, line);
			return;
		}
		const asset = assetOf(text, line, this.#standard);
		if (asset) this.#asset(asset);
	}

	/** A labelled line ("Layer: 3"), or one that opens with the id it is about. */
	#entry(text: string, line: number, context: BlockContext, marked: boolean): void {
		const [own = "", ...further] = text.split(/[,;]\s+(?=[\p{L}_]{2,20}:\s)/u);
		const label = labelOf(own);
		const value = own.slice(label.length + 1).trim();
		if (label !== own && this.#labelled(label, value, line)) {
			for (const part of further) this.#entry(part, line, context, false);
			return;
		}
		if (!marked || isExcluded(context, this.#standard)) return;
		if (startsWithPackage(headOf(text), this.#standard)) this.#open(packageIds(text, this.#standard)[0], line);
	}

	#labelled(label: string, value: string, line: number): boolean {
		const bare = normalise(label.replace(/\([^()]*\)/gu, " "));
		if (labelsOf(this.#standard, "removedPackages").includes(bare)) return true;
		const key = formOf(label, this.#standard.spec.packageFields)?.key;
		if (key === "id" || (key === undefined && isPackageLabel(label, this.#standard))) {
			const [id] = valueIds(value, label, this.#standard);
			this.#open(id, line);
			return id !== undefined;
		}
		if (key === undefined) return false;
		if (key === "dependencies") this.#depend(value, line);
		else if (key === "assets") for (const asset of assetsIn(value, line, this.#standard)) this.#asset(asset);
		this.#set(key, value, line);
		return true;
	}

	#set(key: string, value: string, line: number): void {
		const fields = this.#current?.fields ?? this.#pending;
		if (!isBlank(value) && !fields.has(key)) fields.set(key, { value, line });
	}

	#depend(text: string, line: number): void {
		const label = labelOf(text);
		const entry = label === text ? "" : normalise(label);
		if (wordsOf(this.#standard, "droppedEntries").includes(entry)) return;
		// "Changed: PKG-A-001 → PKG-B-001" leaves the second.
		const value = wordsOf(this.#standard, "changeWords").includes(entry) ? text.replace(/^.*(?:→|->)/su, "") : text;
		this.#set("dependencies", value, line);
		for (const id of packageIds(value, this.#standard))
			if (this.#current && !this.#current.dependencies.includes(id)) this.#current.dependencies.push(id);
	}

	#asset(asset: PlannedAsset): void {
		this.#set("assets", asset.path, asset.line);
		this.#current?.assets.add(asset);
	}

	#table(table: Block & { kind: "table" }): void {
		const { header, rows, line, context } = table;
		const column = (titles: readonly string[]) =>
			header.findIndex((title) => normalised(titles).includes(normalise(title)));
		const { spec } = this.#standard;
		const columns: AssetColumns = {
			path: column(spec.assetColumns),
			classification: column(spec.classificationColumns),
			owner: column(spec.packageColumns),
		};
		if (this.#isPairs(table))
			for (const { cells, line: at } of [{ cells: header, line }, ...rows])
				this.#labelled(cells[0] ?? "", cells[1] ?? "", at);
		else if (this.#listsAssets(table, columns)) this.#assetRows(table, columns);
		else if (columns.owner !== -1 && !isExcluded(context, this.#standard)) this.#packageRows(table, columns.owner);
	}

	#listsAssets({ header, context }: Block & { kind: "table" }, { path, classification, owner }: AssetColumns): boolean {
		const isRowForEachPackage = owner !== -1 && classification === -1;
		if (path === -1 || isRowForEachPackage || this.#fieldNamed(context.lead) === "dependencies") return false;
		const isIntroduced = this.#fieldNamed(context.lead || context.heading) === "assets";
		return classification !== -1 || isIntroduced || normalise(header[path] ?? "").startsWith("asset");
	}

	#assetRows({ rows, context }: Block & { kind: "table" }, { path, classification, owner }: AssetColumns): void {
		if (isUnchanged(`${context.heading} ${context.lead}`, this.#standard)) return;
		for (const { cells, line } of rows) {
			if (owner !== -1 && owner !== path) this.#open(packageIds(cells[owner] ?? "", this.#standard)[0], line);
			const file = (cells[path] ?? "").replace(/\s*\([^()]*\)\s*$/u, "").trim();
			const stated = cells[classification];
			if (file === "") continue;
			if (isUnchanged(cells.join(" "), this.#standard)) this.#set("assets", file, line);
			else this.#asset({ path: file, classification: isBlank(stated) ? null : (stated ?? "").trim(), line });
		}
	}

	/** A table of labels and values: its first column names fields. */
	#isPairs({ header, rows }: Block & { kind: "table" }): boolean {
		if (header.length !== 2) return false;
		const labels = [header[0] ?? "", ...rows.map(({ cells }) => cells[0] ?? "")];
		return labels.filter((label) => formOf(label, this.#standard.spec.packageFields)).length >= 2;
	}

	/** A table with a row for each package: its other columns are the fields. */
	#packageRows({ header, rows }: Block & { kind: "table" }, owner: number): void {
		const columns = columnsOf(header, this.#standard.spec.packageFields);
		for (const { cells, line } of rows) {
			const [id] = packageIds(cells[owner] ?? "", this.#standard);
			if (id === undefined || isUnchanged(cells.join(" "), this.#standard)) continue;
			this.#open(id, line);
			for (const [key, index] of columns)
				if (key !== "id") this.#labelled(header[index] ?? key, cells[index] ?? "", line);
		}
		this.#current = null;
	}

	/** A manifest in code, JSON or YAML, read line by line: it may be a template that is not valid yet. */
	#code(lines: readonly string[], first: number): void {
		const entries = lines.map(
			(line) => /^\s*[-{]?\s*"?(?<key>[A-Za-z_]\w{0,40})"?\s*:\s*(?<value>.*?),?\s*$/u.exec(line)?.groups,
		);
		const idLabels = labelsOf(this.#standard, "packageId");
		const isId = (key: string) => idLabels.includes(normalise(key.replaceAll("_", " ")));
		if (!entries.some((entry) => entry?.key?.includes("_") && isId(entry.key))) return;
		let isListing = false;
		let path: { readonly value: string; readonly line: number } | null = null;
		for (const [index, entry] of entries.entries()) {
			const line = first + index;
			if (!entry) {
				if (isListing) this.#depend(lines[index] ?? "", line);
				if ((lines[index] ?? "").includes("]")) isListing = false;
				continue;
			}
			const value = unquoted(entry.value ?? "");
			const key = formOf((entry.key ?? "").replaceAll("_", " "), this.#standard.spec.packageFields)?.key;
			isListing = false;
			if (isId(entry.key ?? "")) this.#open(packageIds(value, this.#standard)[0], line);
			else if (entry.key === "path" && isAssetPath(value, this.#standard)) {
				path = { value, line };
				this.#asset({ path: value, classification: null, line });
			} else if (entry.key === "classification" && path)
				this.#asset({ path: path.value, classification: value, line: path.line });
			else if (key === "dependencies") {
				this.#depend(value === "[" ? "" : value, line);
				isListing = value === "[" || value === "";
			} else if (key !== undefined && key !== "assets") this.#set(key, value, line);
		}
	}
}
