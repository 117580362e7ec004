// The server of our tests: that of `foyer/testing`, with the short words that these tests use.
import { startFoyer as start, type Foyer as Started, type StartOptions } from '../../src/testing/start-foyer.ts';

export type { NewApplication, TestApplication } from '../../src/testing/create-application.ts';
export type { StartOptions };

export type Foyer = Started & {
	/** Moves time on: expiries, cooldowns and budgets. Signing and OIDC stay in real time. */
	advanceClock(ms: number): Promise<void>;
};

export async function startFoyer(options: StartOptions = {}): Promise<Foyer> {
	return withShortWords(await start(options));
}

export function withShortWords(foyer: Started): Foyer {
	return { ...foyer, advanceClock: foyer.clock.advance };
}
