// Attacks the use cases: `node run-direct.ts [runs] [seed]`. Ends with 1 and the shortest sequence that broke a rule.
// With ATTACK_SHRINK=0 the first that did will do.
import fc from 'fast-check';
import { attack, type Tally } from './attack.ts';
import { openDirectTarget } from './direct-target.ts';
import { moves } from './moves.ts';

const [runs = '300', seed] = process.argv.slice(2);
const target = await openDirectTarget();
try {
	const tally: Tally = { links: 0, signIns: 0, registrations: 0, resets: 0, secondSteps: 0, passkeys: 0, excused: 0 };
	const property = fc.asyncProperty(moves, (sequence) => attack(target, sequence, tally));
	const result = await fc.check(property, {
		numRuns: Number(runs),
		endOnFailure: process.env['ATTACK_SHRINK'] === '0',
		...(seed && { seed: Number(seed) })
	});
	if (result.failed) {
		console.log(String(result.errorInstance));
		console.log(JSON.stringify(result.counterexample?.[0]));
	}
	console.log(
		`${result.numRuns} runs, seed ${result.seed}, ${result.failed ? 'broken' : 'held'}, ${JSON.stringify(tally)}`
	);
	process.exitCode = result.failed ? 1 : 0;
} finally {
	await target.close();
}
