import type { PlannedAsset } from "#model/plan.ts";

/** The assets of one package, each path once, in the order in which they are first named. */
export class AssetList {
	readonly assets: PlannedAsset[] = [];
	readonly #places = new Map<string, number>();

	/** Adds an asset; of one that is known, its classification where that was not stated before. */
	add(asset: PlannedAsset): void {
		const place = this.#places.get(asset.path) ?? this.assets.length;
		this.#places.set(asset.path, place);
		const known = this.assets[place];
		if (!known) this.assets.push(asset);
		else if (known.classification === null) this.assets[place] = { ...asset, line: known.line };
	}
}
