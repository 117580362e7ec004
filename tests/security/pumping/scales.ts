// How large a day is simulated. Few honest people make the guards stricter, and the attacker's share larger.
import type { Scale } from './simulate.ts';

/** One attack, from the fifth hour to the last. */
export const wholeDay: Scale = { minutes: 1200, attemptsPerMinute: 20, honestPerHour: 30 };
/** Several in one day, each short and fierce. */
export const waves: Scale = { minutes: 30, attemptsPerMinute: 60, honestPerHour: 30 };
