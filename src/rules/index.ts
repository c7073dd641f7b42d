import type { RuleMetadata } from "#model/findings.ts";
import baselineDates from "./baseline/dates.ts";
import baselineFailuresIncreased from "./baseline/failures-increased.ts";
import baselineHashRepeated from "./baseline/hash-repeated.ts";
import baselinePackagesDecreased from "./baseline/packages-decreased.ts";
import baselinePreExisting from "./baseline/pre-existing.ts";
import baselinePreviousFigure from "./baseline/previous-figure.ts";
import baselineRemovedTwice from "./baseline/removed-twice.ts";
import baselineScope from "./baseline/scope.ts";
import baselineSnapshotCopied from "./baseline/snapshot-copied.ts";
import baselineTestsDecreased from "./baseline/tests-decreased.ts";
import baselineUnbroken from "./baseline/unbroken.ts";
import debtGrown from "./debt/grown.ts";
import debtShrunk from "./debt/shrunk.ts";
import historyBlockedStops from "./history/blocked-stops.ts";
import historyBlockers from "./history/blockers.ts";
import historyBounceRate from "./history/bounce-rate.ts";
import historyDuration from "./history/duration.ts";
import historyGap from "./history/gap.ts";
import historyImpossibleDuration from "./history/impossible-duration.ts";
import historyOrder from "./history/order.ts";
import historySchema from "./history/schema.ts";
import historyUnmatched from "./history/unmatched.ts";
import type { Rule } from "./judging/rule.ts";
import layoutDocumentName from "./layout/document-name.ts";
import layoutDuplicateId from "./layout/duplicate-id.ts";
import layoutFlatFile from "./layout/flat-file.ts";
import layoutHandoffId from "./layout/handoff-id.ts";
import layoutIdMismatch from "./layout/id-mismatch.ts";
import layoutNoDocuments from "./layout/no-documents.ts";
import layoutOrderCycle from "./layout/order-cycle.ts";
import layoutParent from "./layout/parent.ts";
import layoutSequence from "./layout/sequence.ts";
import layoutSpecMissing from "./layout/spec-missing.ts";
import promptAdversarial from "./prompt/adversarial.ts";
import promptContractVersion from "./prompt/contract-version.ts";
import promptGate from "./prompt/gate.ts";
import promptMandatoryRules from "./prompt/mandatory-rules.ts";
import promptPlaceholder from "./prompt/placeholder.ts";
import promptQuestions from "./prompt/questions.ts";
import promptSpecPath from "./prompt/spec-path.ts";
import provenanceChain from "./provenance/chain.ts";
import provenanceManifest from "./provenance/manifest.ts";
import provenanceWorkspace from "./provenance/workspace.ts";
import publishBrokenReference from "./publish/broken-reference.ts";
import publishLocalPath from "./publish/local-path.ts";
import publishSecret from "./publish/secret.ts";
import publishUnsafeHtml from "./publish/unsafe-html.ts";
import readingBinary from "./reading/binary.ts";
import readingByteOrderMark from "./reading/byte-order-mark.ts";
import readingControlCharacter from "./reading/control-character.ts";
import readingEmpty from "./reading/empty.ts";
import readingEncoding from "./reading/encoding.ts";
import readingFrontMatter from "./reading/front-matter.ts";
import readingLineEndings from "./reading/line-endings.ts";
import readingNesting from "./reading/nesting.ts";
import readingOutsideArchive from "./reading/outside-archive.ts";
import readingSymlinkLoop from "./reading/symlink-loop.ts";
import readingTooLarge from "./reading/too-large.ts";
import readingUnreadable from "./reading/unreadable.ts";
import resultsAllPassed from "./results/all-passed.ts";
import resultsBaseline from "./results/baseline.ts";
import resultsCleanRoom from "./results/clean-room.ts";
import resultsCountsAgree from "./results/counts-agree.ts";
import resultsFileHashes from "./results/file-hashes.ts";
import resultsHashFormat from "./results/hash-format.ts";
import resultsHashTwice from "./results/hash-twice.ts";
import resultsHashUnchanged from "./results/hash-unchanged.ts";
import resultsListCounts from "./results/list-counts.ts";
import resultsMissing from "./results/missing.ts";
import resultsNewFailures from "./results/new-failures.ts";
import resultsPlanDrift from "./results/plan-drift.ts";
import resultsPlannedTests from "./results/planned-tests.ts";
import resultsRegression from "./results/regression.ts";
import resultsSectionMissing from "./results/section-missing.ts";
import resultsSectionUnfilled from "./results/section-unfilled.ts";
import resultsStatus from "./results/status.ts";
import resultsStatusContradiction from "./results/status-contradiction.ts";
import resultsSums from "./results/sums.ts";
import resultsTestCounts from "./results/test-counts.ts";
import resultsTestMinimum from "./results/test-minimum.ts";
import sealChanged from "./seal/changed.ts";
import settingsHandoff from "./settings/handoff.ts";
import specConstraints from "./spec/constraints.ts";
import specFilesSummary from "./spec/files-summary.ts";
import specMission from "./spec/mission.ts";
import specPackagePlan from "./spec/package-plan.ts";
import specPlaceholder from "./spec/placeholder.ts";
import specPrinciples from "./spec/principles.ts";
import specReferences from "./spec/references.ts";
import specSectionDuplicate from "./spec/section-duplicate.ts";
import specSectionEmpty from "./spec/section-empty.ts";
import specSectionMissing from "./spec/section-missing.ts";
import specSectionOrder from "./spec/section-order.ts";
import specShellTar from "./spec/shell-tar.ts";
import specStagingRoot from "./spec/staging-root.ts";
import specSteps from "./spec/steps.ts";
import specTestMinimum from "./spec/test-minimum.ts";
import specTestPlan from "./spec/test-plan.ts";
import specVerification from "./spec/verification.ts";
import transferBlockedWithBlockers from "./transfer/blocked-with-blockers.ts";
import transferDeliverableExists from "./transfer/deliverable-exists.ts";
import transferDeliverableState from "./transfer/deliverable-state.ts";
import transferLogged from "./transfer/logged.ts";
import transferOrchestrator from "./transfer/orchestrator.ts";
import transferPartialWithNextActions from "./transfer/partial-with-next-actions.ts";
import transferPhaseOwner from "./transfer/phase-owner.ts";
import transferReadyWithoutBlockers from "./transfer/ready-without-blockers.ts";
import transferRequiredInputs from "./transfer/required-inputs.ts";
import transferSchema from "./transfer/schema.ts";
import transferYaml from "./transfer/yaml.ts";
import waiverExpired from "./waiver/expired.ts";
import waiverMalformed from "./waiver/malformed.ts";
import waiverRefused from "./waiver/refused.ts";
import waiverUnused from "./waiver/unused.ts";
import waveIntegration from "./wave/integration.ts";
import waveResults from "./wave/results.ts";

/** Every rule, in alphabetical order. A test compares this list with the folders. */
export const rules: readonly Rule[] = [
	baselineDates,
	baselineFailuresIncreased,
	baselineHashRepeated,
	baselinePackagesDecreased,
	baselinePreExisting,
	baselinePreviousFigure,
	baselineRemovedTwice,
	baselineScope,
	baselineSnapshotCopied,
	baselineTestsDecreased,
	baselineUnbroken,
	debtGrown,
	debtShrunk,
	historyBlockedStops,
	historyBlockers,
	historyBounceRate,
	historyDuration,
	historyGap,
	historyImpossibleDuration,
	historyOrder,
	historySchema,
	historyUnmatched,
	layoutDocumentName,
	layoutDuplicateId,
	layoutFlatFile,
	layoutHandoffId,
	layoutIdMismatch,
	layoutNoDocuments,
	layoutOrderCycle,
	layoutParent,
	layoutSequence,
	layoutSpecMissing,
	promptAdversarial,
	promptContractVersion,
	promptGate,
	promptMandatoryRules,
	promptPlaceholder,
	promptQuestions,
	promptSpecPath,
	provenanceChain,
	provenanceManifest,
	provenanceWorkspace,
	publishBrokenReference,
	publishLocalPath,
	publishSecret,
	publishUnsafeHtml,
	readingBinary,
	readingByteOrderMark,
	readingControlCharacter,
	readingEmpty,
	readingEncoding,
	readingFrontMatter,
	readingLineEndings,
	readingNesting,
	readingOutsideArchive,
	readingSymlinkLoop,
	readingTooLarge,
	readingUnreadable,
	resultsAllPassed,
	resultsBaseline,
	resultsCleanRoom,
	resultsCountsAgree,
	resultsFileHashes,
	resultsHashFormat,
	resultsHashTwice,
	resultsHashUnchanged,
	resultsListCounts,
	resultsMissing,
	resultsNewFailures,
	resultsPlanDrift,
	resultsPlannedTests,
	resultsRegression,
	resultsSectionMissing,
	resultsSectionUnfilled,
	resultsStatus,
	resultsStatusContradiction,
	resultsSums,
	resultsTestCounts,
	resultsTestMinimum,
	sealChanged,
	settingsHandoff,
	specConstraints,
	specFilesSummary,
	specMission,
	specPackagePlan,
	specPlaceholder,
	specPrinciples,
	specReferences,
	specSectionDuplicate,
	specSectionEmpty,
	specSectionMissing,
	specSectionOrder,
	specShellTar,
	specStagingRoot,
	specSteps,
	specTestMinimum,
	specTestPlan,
	specVerification,
	transferBlockedWithBlockers,
	transferDeliverableExists,
	transferDeliverableState,
	transferLogged,
	transferOrchestrator,
	transferPartialWithNextActions,
	transferPhaseOwner,
	transferReadyWithoutBlockers,
	transferRequiredInputs,
	transferSchema,
	transferYaml,
	waiverExpired,
	waiverMalformed,
	waiverRefused,
	waiverUnused,
	waveIntegration,
	waveResults,
];

/** What reports and pages show of the rules. */
export const ruleMetadata: readonly RuleMetadata[] = rules.map((rule) => {
	const { id, scope, binding, source, severity, requires, why, remedy } = rule;
	const kinds = rule.scope === "document" && rule.kinds ? { kinds: rule.kinds } : {};
	return { id, scope, ...kinds, ...(binding && { binding }), source, severity, requires, why, remedy };
});

/** Those about mode-to-mode handoffs and their log. */
export const transferRuleMetadata = ruleMetadata.filter(({ scope }) => scope === "transfer" || scope === "history");
/** All others. */
export const handoffRuleMetadata = ruleMetadata.filter(({ scope }) => scope !== "transfer" && scope !== "history");

const ofSettings = new Set(
	rules.flatMap((rule) => (rule.scope === "archive" && rule.judges === "settings" ? rule.id : [])),
);
/** Those that a validation rests on: rules about the settings say nothing of a handoff. */
export const sealedRules = ruleMetadata.filter(({ id }) => !ofSettings.has(id));
