// T1: an attacker who knows every rule of the API and some of the secrets, and whom fast-check makes inventive.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startFoyer, type Foyer } from '../support/server.ts';
import { attack, type Tally } from './attacker/attack.ts';
import { openDirectTarget } from './attacker/direct-target.ts';
import { openHttpTarget } from './attacker/http-target.ts';
import { moves, movesUpTo } from './attacker/moves.ts';
import type { Target } from './attacker/target.ts';

const isFull = process.env['FOYER_TEST_FULL'] === '1';

async function unleash(target: Target, numRuns: number, attacks = moves): Promise<Tally> {
	const tally: Tally = { links: 0, signIns: 0, registrations: 0, resets: 0, secondSteps: 0, passkeys: 0, excused: 0 };
	try {
		await fc.assert(
			fc.asyncProperty(attacks, (sequence) => attack(target, sequence, tally)),
			// Shrinking over HTTP would outlast any patience; the seed that is printed replays it.
			{ numRuns, endOnFailure: true, includeErrorInReport: true }
		);
	} finally {
		await target.close();
	}
	return tally;
}

/** An attacker who never gets in anywhere has shown nothing. */
function expectDoorsOpened(tally: Partial<Tally>): void {
	const shut = Object.entries(tally).filter(([, times]) => times === 0);
	expect(shut.map(([door]) => door)).toEqual([]);
}

let foyer: Foyer;
beforeAll(async () => {
	foyer = await startFoyer();
});
afterAll(() => foyer.stop());

it('never gets further than its proofs, over HTTP', { timeout: 900_000 }, async () => {
	// Many short attacks rather than few long ones: what is long costs a second here.
	const target = await openHttpTarget(foyer);
	const tally = isFull ? await unleash(target, 1000) : await unleash(target, 300, movesUpTo(4));
	// Each of its doors is opened in a new browser, which no account knows.
	expect(tally.excused).toBe(0);
	expectDoorsOpened({ ...tally, excused: undefined });
});

it('never gets further than its proofs, by the use cases alone', { timeout: 3_600_000 }, async () => {
	expectDoorsOpened(await unleash(await openDirectTarget(), isFull ? 20_000 : 300));
});
