// Message pumping: attacks beside honest people, on the real use cases and a clock of their own. The whole table:
// `npx node tests/security/pumping/print.ts`.
import { describe, expect, it } from 'vitest';
import { attacks } from './pumping/attacks.ts';
import { describeLines, simulateAll } from './pumping/report.ts';
import { anyWay, successOf } from './pumping/simulate.ts';

const isFull = Boolean(process.env.FOYER_TEST_FULL);
const scale = isFull
	? { minutes: 180, attemptsPerMinute: 60, honestPerHour: 120 }
	: { minutes: 20, attemptsPerMinute: 180, honestPerHour: 120 };
/** The dearest, and the one that looks most like people; the long run has them all. */
const chosen = isFull ? attacks : attacks.filter(({ name }) => /countries|among/.test(name));

describe('an attacker who pumps messages and knows every limit', () => {
	it(
		'gets hardly any, while honest people come in',
		async () => {
			const lines = await simulateAll(chosen, scale);
			console.log(describeLines(lines));
			for (const { attack, off, on, saved } of lines) {
				expect(off.messages, attack).toBeGreaterThan(scale.minutes * scale.attemptsPerMinute * 0.9);
				expect(saved, attack).toBeGreaterThanOrEqual(0.95);
				expect(on.people.filter(({ outcome }) => outcome).length, attack).toBeGreaterThan(50);
				expect(successOf(on.people, ['by text message'], 'member'), attack).toBeGreaterThanOrEqual(0.99);
				expect(successOf(on.people, anyWay), attack).toBeGreaterThanOrEqual(0.99);
			}
		},
		isFull ? 7_200_000 : 600_000
	);
});
