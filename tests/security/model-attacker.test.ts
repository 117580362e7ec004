// T1: an attacker who knows every rule of the API and some of the secrets, and whom fast-check makes inventive.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startFoyer, type Foyer } from '../support/server.ts';
import { attack, type Tally } from './attacker/attack.ts';
import { openDirectTarget } from './attacker/direct-target.ts';
import { openHttpTarget } from './attacker/http-target.ts';
import { moves, movesUpTo } from './attacker/moves.ts';
import type { Target } from './attacker/target.ts';

const doors = ['links', 'signIns', 'registrations', 'resets', 'secondSteps', 'passkeys', 'excused'] as const;
const isFull = process.env['FOYER_TEST_FULL'] === '1';
/** `FOYER_HTTP_ATTACKS` makes the search over HTTP as long as wanted; 20,000 of its short attacks take some two hours. */
const httpRuns = Number(process.env['FOYER_HTTP_ATTACKS'] ?? (isFull ? 1000 : 300));

/** What is rare is seldom met by chance: attacks go on for a while until every door of `wanted` has been opened. */
const mostRounds = 12;

async function unleash(
	target: Target,
	numRuns: number,
	{ attacks = moves, wanted }: { attacks?: typeof moves; wanted: readonly (keyof Tally)[] }
): Promise<Tally> {
	const tally: Tally = { links: 0, signIns: 0, registrations: 0, resets: 0, secondSteps: 0, passkeys: 0, excused: 0 };
	const shut = () => wanted.filter((door) => tally[door] === 0);
	try {
		for (let round = 0; round === 0 || (round < mostRounds && shut().length > 0); round++) {
			await fc.assert(
				fc.asyncProperty(attacks, (sequence) => attack(target, sequence, tally)),
				// Shrinking over HTTP would outlast any patience; the seed that is printed replays it.
				{ numRuns: round === 0 ? numRuns : Math.ceil(numRuns / 4), endOnFailure: true, includeErrorInReport: true }
			);
		}
	} finally {
		await target.close();
	}
	// An attacker who never gets in anywhere has shown nothing.
	expect(shut()).toEqual([]);
	return tally;
}

let foyer: Foyer;
beforeAll(async () => {
	foyer = await startFoyer();
});
afterAll(() => foyer.stop());

it('never gets further than its proofs, over HTTP', { timeout: Math.max(900_000, httpRuns * 5000) }, async () => {
	// Many short attacks rather than few long ones: what is long costs a second here.
	const target = await openHttpTarget(foyer);
	const attacks = isFull ? moves : movesUpTo(4);
	const wanted = doors.filter((door) => door !== 'excused');
	const tally = await unleash(target, httpRuns, { attacks, wanted });
	// Each of its doors is opened in a new browser, which no account knows.
	expect(tally.excused).toBe(0);
});

it('never gets further than its proofs, by the use cases alone', { timeout: 3_600_000 }, async () => {
	await unleash(await openDirectTarget(), isFull ? 20_000 : 300, { wanted: doors });
});
