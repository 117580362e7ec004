// Rows: what a sign-in with a password and a recovery cost the server, and how long hashing keeps anybody else waiting.
import { somePhone } from '../support/people.ts';
import { codeFlow, passwordFlow, recoveryFlow } from './api-flows.ts';
import { bareFlow } from './flows.ts';
import { bestCpu, compete, spread, type Block } from './load.ts';
import type { MeasuredServer } from './measured-server.ts';
import type { Row } from './row.ts';
import type { Stand } from './stand.ts';

/** As many as `aim` of the event loop is promised for. */
const atOnce = 8;
const password = 'correct horse battery staple';

export async function measurePasswords(
	{ foyer, bare, application, inbox }: Stand,
	amount: { warmUp: number; rounds: number; flows: number }
): Promise<Row[]> {
	const phones = Array.from({ length: atOnce }, somePhone);
	const phoneOf = (visitor: number) => phones[visitor] ?? '';
	for (const phone of phones) {
		await codeFlow(foyer.origin, application, inbox)(phone);
		await recoveryFlow(foyer.origin, application, inbox, password)(phone);
	}
	const forgetful = Array.from({ length: atOnce }, somePhone);
	for (const phone of forgetful) await codeFlow(foyer.origin, application, inbox)(phone);

	const bareOnce = bareFlow(bare.origin, application);
	const signIn = passwordFlow(foyer.origin, application, password);
	const recover = recoveryFlow(foyer.origin, application, inbox);
	const byCode = codeFlow(foyer.origin, application, inbox);
	const rivals = [
		{ name: 'bare', server: bare, once: (visitor: number) => bareOnce(phoneOf(visitor)) },
		// The same requests and writes without the hashing.
		{ name: 'code', server: foyer, once: (visitor: number) => byCode(phoneOf(visitor)) },
		{ name: 'password', server: foyer, once: (visitor: number) => signIn(phoneOf(visitor)) },
		{ name: 'recovery', server: foyer, once: (visitor: number) => recover(forgetful[visitor] ?? '') }
	];
	const warmUp = Math.ceil(amount.warmUp / 4);
	const idle = await idleDelay(foyer);
	const blocks = await compete(rivals, { warmUp, rounds: amount.rounds, count: amount.flows, atOnce });
	await inbox.clear();
	const of = (name: string) => blocks.get(name);
	const bareMs = bestCpu(of('bare'));
	return [
		{
			name: `event loop late at p99, ${atOnce} signing in`,
			value: bestDelay(of('password')),
			unit: 'ms',
			aim: { most: 50 },
			note: `blocks ${delays(of('password'))}`
		},
		{
			name: `the same, ${atOnce} signing in with codes`,
			value: bestDelay(of('code')),
			unit: 'ms',
			note: `blocks ${delays(of('code'))}`
		},
		{ name: 'the same, nobody there', value: idle, unit: 'ms', note: "the machine's share" },
		{ name: `event loop late at p99, ${atOnce} recovering`, value: bestDelay(of('recovery')), unit: 'ms' },
		{ name: 'password, in bare flows', value: bestCpu(of('password')) / bareMs, unit: '×', note: hashing },
		{ name: 'recovery, in bare flows', value: bestCpu(of('recovery')) / bareMs, unit: '×', note: hashing },
		{
			name: 'password, 8 requests',
			value: bestCpu(of('password')),
			unit: 'ms',
			note: `blocks ${spread(of('password'))}`
		},
		{
			name: 'recovery, 7 requests',
			value: bestCpu(of('recovery')),
			unit: 'ms',
			note: `blocks ${spread(of('recovery'))}`
		}
	];
}

const idleMs = 5000;

/** How late the loop of a server is that has nothing to do: other processes have the processor then. */
async function idleDelay(server: MeasuredServer): Promise<number> {
	await server.usage();
	await new Promise((resolve) => setTimeout(resolve, idleMs));
	return (await server.usage()).loopDelayP99;
}

const hashing = 'with Argon2id on threads of its own';

function bestDelay(blocks: Block[] = []): number {
	return Math.min(...blocks.map(({ loopDelayP99 }) => loopDelayP99));
}

function delays(blocks: Block[] = []): string {
	return blocks.map(({ loopDelayP99 }) => loopDelayP99.toFixed(1)).join(', ');
}
