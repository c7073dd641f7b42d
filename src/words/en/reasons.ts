/**
 * Why something is as it is, or cannot be told, in sentences of their own. Pages say them as the settings have them; commands and the
 * export in English.
 */
export const reasons = {
	/** Which file a path means. */
	spelledLonger: "Its documents spell the path in more words.",
	fromStagingRoot: "Written from the staging root {root}; other spellings leave folders out.",
	bareName: "A name without its folder: it may be any file of that name.",
	insidePackage: "It starts inside a package that it does not name.",
	patternPath: "It is a pattern or an address, not one path.",
	climbingPath: "It leads out of the folder that it starts from.",
	/** How a hash follows from the ones before. */
	noHashBefore: "No hash before is recorded.",
	hashBeforeIsNone: "The hash before is not one.",
	hashOfIsNone: "The hash that {handoff} records is not one.",
	listedWithoutHash: "{handoff} lists the file without a hash.",
	changedWithoutHash: "{handoff} changed the file and records no hash of it.",
	perhapsAnotherFile: "{handoff} may have recorded another file.",
	placedTooLate: "{handoff} records this state; its place in the build order, which is inferred, is too late.",
	perhapsThisFile: "{handoff} lists {path}, which may be this file.",
	plannedWithoutResults: "{handoff} plans to write the file and has no RESULTS.",
	/** What the bytes of a workspace say of a claim. */
	outOfWorkspace: "The path leads out of the workspace.",
	unreadablePath: "The path cannot be read.",
	oneOfPaths: "It may be {first} or {others}.",
	holdsStateOf: "It holds what {handoff} recorded.",
	stillThere: "The file is still there.",
	noHash: "No hash is recorded.",
	isFolder: "It is a folder.",
	hashIsNone: "The recorded hash is not one.",
	hashCutShort: "The recorded hash is cut short; it agrees as far as it goes.",
	untoldPath: "Its path cannot be told.",
	/** Why a file of a workspace, or its history, cannot be read. */
	keptInLfs: "its bytes are kept in Git LFS and are not here",
	pathOutOfWorkspace: "its path leads out of the workspace",
	linkOutOfWorkspace: "a link leads out of the workspace",
	linkOutOfRepository: "a link leads out of the repository",
	linkToNothing: "a link leads to nothing",
	neitherFileNorFolder: "it is neither a file nor a folder",
	changedMeanwhile: "it was changed while it was read",
	goneMeanwhile: "it is no file any more",
	noCommitYet: "The repository has no commit yet.",
	claimInNoCommit: "The claim is in no commit yet.",
	shallowClone: "The clone is shallow: the commit that added the claim was left out.",
	partialClone: "The clone is partial, and git would have to fetch it.",
	submodule: "It is a submodule, whose files are elsewhere.",
	otherRepository: "The documents are not in the repository of the workspace.",
	noNameForGit: "git cannot be asked for such a path.",
	noBytesFromGit: "git did not give its bytes.",
	/** Why a plan is not compared with what was delivered. */
	planListsNoFile: "The spec has no files summary that can be read.",
	resultsListNoFile: "RESULTS lists no file.",
	/** Why a count is not compared with the predecessor's. */
	noPredecessor: "It has no predecessor.",
	noCountOfPackages: "{handoff} states no count of packages of the same scope.",
	noCountOfTests: "{handoff} states no count of tests of the same scope.",
	noCountOfPassed: "{handoff} states no count of passed tests of the same scope.",
	noCountOfFailed: "{handoff} states no count of failed tests of the same scope.",
	noCountOfTestsIn: "{handoff} states no count of tests of {package} of the same scope.",
	noCountOfFailedIn: "{handoff} states no count of failed tests of {package} of the same scope.",
	noneBeforeEither: "Nor does any handoff before it.",
	/** Why a rule decides as it does, whatever rule it is. */
	ruleIsOff: "The settings turn the rule off.",
	ruleIsSilent: "The rule does not speak of this handoff.",
	ruleIsSilentOfTransfer: "The rule has nothing to say of this handoff.",
	noDocumentOfKind: "{handoff} has no {kinds} document.",
	contentUnread: "The content of the document could not be read ({rule}).",
	waivedBy: "Waived by {owner} until {expires}: {reason}",
	/** What decides a box of the reviewer's checklist beside its rules. */
	unjudged: "No rule has judged it.",
	noSuchDocument: "There is no such document.",
	elsewhere: "What was found does not concern this box.",
} as const;
