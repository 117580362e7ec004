// Rows: how long somebody waits while the provider of text messages hangs, and whether mail notices.
import { startSignIn, type Identifier } from '../support/api-client.ts';
import { someEmail, somePhone } from '../support/people.ts';
import { startFoyer, type Foyer } from '../support/server.ts';
import { repeat } from './load.ts';
import type { Row } from './row.ts';

const hang = { action: 'SendSms', delayMs: 4000, times: 100_000 };
const manySends = { perIdentifier: [{ count: 1000, seconds: 1 }], perIp: [{ count: 100_000, seconds: 1 }] };
const visitors = 2;

/** The fastest of the rounds counts: everything above that is the machine's. */
export async function measureSlowProvider({ rounds, sends }: { rounds: number; sends: number }): Promise<Row[]> {
	const foyer = await startFoyer({ settings: { sendPolicy: manySends } });
	try {
		await timesOf(foyer, sends, someMail);
		await disturb(foyer);
		await timesOf(foyer, visitors, someNumber);
		const hanging: number[] = [];
		const besides: number[] = [];
		const alone: number[] = [];
		for (let round = 0; round < rounds; round++) {
			alone.push(p99(await timesOf(foyer, sends, someMail)));
			const waits = timesOf(foyer, sends / 10, someNumber);
			besides.push(p99(await timesOf(foyer, sends, someMail)));
			hanging.push(p99(await waits));
		}
		const ratio = Math.min(...besides) / Math.min(...alone);
		return [
			{ name: 'p99 of a text message that hangs', value: Math.min(...hanging), unit: 'ms', aim: { most: 500 } },
			{ name: 'p99 of mail beside it', value: ratio, unit: '× alone', aim: { most: 1.2 } }
		];
	} finally {
		await foyer.stop();
	}
}

const someMail = (): Identifier => ({ type: 'email', value: someEmail() });
const someNumber = (): Identifier => ({ type: 'phone', value: somePhone() });

async function disturb({ sandbox }: Foyer): Promise<void> {
	const headers = { 'content-type': 'application/json' };
	await fetch(`${sandbox.url}/_sandbox/faults`, { method: 'POST', headers, body: JSON.stringify(hang) });
}

/** Milliseconds of each send, a few visitors at a time. */
async function timesOf(foyer: Foyer, sends: number, someone: () => Identifier): Promise<number[]> {
	const journeys = await Promise.all(
		Array.from({ length: visitors }, async () => {
			const journey = await startSignIn(foyer);
			await journey.api('PUT', '', { interactionEvent: 'SignIn' });
			return journey;
		})
	);
	const times: number[] = [];
	const once = async (visitor: number) => {
		const startedAt = performance.now();
		const sent = await journeys[visitor]?.sendCode(someone());
		if (sent?.status !== 200) throw new Error(`a send was answered ${sent?.status}`);
		times.push(performance.now() - startedAt);
	};
	await repeat(sends, once, visitors);
	return times;
}

function p99(times: number[]): number {
	return times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.99) - 1] ?? Infinity;
}
