import type { DocumentRecord } from "#model/documents.ts";
import { pathEnds } from "#model/path-ends.ts";
import { why } from "#words/because.ts";
import type { NamedPackage, PackageNames } from "./names.ts";

/** The package that a file of a document belongs to, and what shows it. */
interface FileOwner {
	readonly id: string;
	/** The spelling of the id in the path; null where the path does not name the package. */
	readonly written: string | null;
	/** The path below the package's folder. */
	readonly rest: string;
	/** What shows the owner where the path does not name it. */
	readonly from: ReturnType<typeof why> | null;
}

/** Finds the package that a path in a document of a handoff belongs to; null where no package is certain. */
export type FileOwners = (path: string, handoff: string) => FileOwner | null;

interface Asset {
	readonly id: string;
	readonly rest: string;
	readonly path: string;
	readonly line: number;
}

/** The assets of package plans by their path below the package; null where several packages have one. */
type Assets = Map<string, Asset | null>;

interface OwnPlan {
	readonly whole: Assets;
	/** By every end of a path that begins at a folder. */
	readonly ends: Assets;
	readonly packages: ReadonlySet<string>;
}

/**
 * Tells which package a file belongs to: the one its path names; else the one whose plan lists it, in the handoff's own spec or,
 * for a path with its folder, in the only plan of the archive that does; else, for a manifest, the handoff's only package.
 */
export function fileOwners(
	documents: readonly DocumentRecord[],
	names: PackageNames,
	manifests: readonly string[],
): FileOwners {
	const all: Assets = new Map();
	const plans = new Map<string, OwnPlan>();
	for (const { handoff, path, plan } of documents) {
		if (!plan || handoff === null) continue;
		const own = plans.get(handoff) ?? { whole: new Map(), ends: new Map(), packages: new Set<string>() };
		plans.set(handoff, own);
		const packages = own.packages as Set<string>;
		for (const { id, assets } of plan.packages) {
			packages.add(id);
			for (const { path: asset, line } of assets) {
				const rest = names(asset)?.rest || asset;
				const entry = { id, rest, path, line };
				add(own.whole, rest, entry);
				for (const end of pathEnds(rest).slice(1)) add(own.ends, end, entry);
				if (rest.includes("/")) add(all, rest, entry);
			}
		}
	}
	return (path, handoff) => {
		const named: NamedPackage | null = names(path);
		if (named) return { ...named, from: null };
		const plan = plans.get(handoff);
		const own = plan && (ownerIn(plan.whole, path) ?? plan.ends.get(path));
		if (own) return ownerOf(own, why("planListsFile"));
		const only = plan?.packages.size === 1 ? [...plan.packages][0] : undefined;
		if (only !== undefined && manifests.includes(path))
			return { id: only, written: null, rest: path, from: why("plansNoOtherPackage") };
		const other = ownerIn(all, path);
		return other ? ownerOf(other, why("onlyPlanListsFile", { place: `${other.path}:${other.line}` })) : null;
	};
}

function ownerOf({ id, rest }: Asset, from: FileOwner["from"]): FileOwner {
	return { id, written: null, rest, from };
}

function add(assets: Assets, key: string, asset: Asset): void {
	const before = assets.get(key);
	assets.set(key, before === undefined || before?.id === asset.id ? (before ?? asset) : null);
}

/** The asset that a path ends in. */
function ownerIn(assets: Assets, path: string): Asset | null {
	for (const end of pathEnds(path)) {
		const asset = assets.get(end);
		if (asset) return asset;
	}
	return null;
}
