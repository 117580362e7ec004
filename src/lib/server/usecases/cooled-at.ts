// When another code may be asked for, as pages show it.
import { vendorMargin } from '../core/rules/sends/meters.ts';
import type { Settings } from './ports.ts';

/** The clock that pages show runs a second longer than our limit, so that nobody comes a moment too early. */
const clockMarginMs = 1000;

export function cooledAt(sentAt: number, { sendPolicy }: Settings): number {
	const cooldown = sendPolicy.perIdentifier.find(({ count }) => count === 1)?.seconds;
	return cooldown ? sentAt + (cooldown + vendorMargin) * 1000 + clockMarginMs : sentAt;
}
