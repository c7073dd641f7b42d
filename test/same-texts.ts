import fc from "fast-check";

/**
 * Tests on random texts take the same ones in every run, so that a run says something about the change it is run on; with
 * `TEXTS=number` they take others.
 */
fc.configureGlobal({ seed: Number(process.env.TEXTS ?? 20_261_121) });
