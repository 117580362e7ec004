// Message pumping: a day of attacks beside honest people, on the real use cases and a clock of their own. Each attack for a
// whole day: `npx node tests/security/pumping/print.ts`.
import { describe, expect, it } from 'vitest';
import { attacks } from './pumping/attacks.ts';
import { compareDay, describeDay } from './pumping/report.ts';
import { waves, wholeDay } from './pumping/scales.ts';
import { anyWay, byText, isMember, successOf } from './pumping/simulate.ts';

const isFull = Boolean(process.env.FOYER_TEST_FULL);
/** The dearest, and the two that look most like people; the long run has them all, each for a day. */
const chosen = attacks.filter(({ name }) => /countries|home/.test(name));
const days = isFull
	? attacks.map((attack) => ({ name: attack.name, attacks: [attack], scale: wholeDay }))
	: [{ name: 'one after the other', attacks: chosen, scale: waves }];

describe('an attacker who pumps messages and knows every limit', () => {
	it.each(days)(
		'gets hardly any in a day, while honest people come in: $name',
		async ({ attacks, scale }) => {
			const day = await compareDay(attacks, scale);
			console.log(describeDay(day));
			for (const { attack, messages, saved } of day.lines) {
				expect(messages.off, attack).toBeGreaterThan(scale.minutes * scale.attemptsPerMinute * 0.9);
				expect(saved, attack).toBeGreaterThanOrEqual(0.95);
			}
			const { people } = day.on;
			expect(people.filter(({ outcome }) => outcome).length).toBeGreaterThan(500);
			expect(successOf(people, byText, isMember)).toBeGreaterThanOrEqual(0.99);
			expect(successOf(people, anyWay)).toBeGreaterThanOrEqual(0.99);
		},
		isFull ? 1_800_000 : 600_000
	);
});
