// Rows: what a sign-in with a code costs the server, next to a bare provider's code flow in the same run.
import { somePhone } from '../support/people.ts';
import { codeFlow } from './api-flows.ts';
import { bareFlow, pagesFlow } from './flows.ts';
import { bestCpu, compete, spread, visitors } from './load.ts';
import type { Row } from './row.ts';
import type { Stand } from './stand.ts';

export async function measureSignInCpu(
	{ foyer, bare, application, inbox }: Stand,
	amount: { warmUp: number; rounds: number; flows: number }
): Promise<Row[]> {
	const phones = Array.from({ length: visitors }, somePhone);
	const bareOnce = bareFlow(bare.origin, application);
	const apiOnce = codeFlow(foyer.origin, application, inbox);
	const pagesOnce = pagesFlow(foyer.origin, application, inbox);
	const phoneOf = (visitor: number) => phones[visitor] ?? '';
	// Everybody has an account before anything is counted: what is measured is signing in.
	for (const phone of phones) await apiOnce(phone);

	const rivals = [
		{ name: 'bare', server: bare, once: (visitor: number) => bareOnce(phoneOf(visitor)) },
		{ name: 'api', server: foyer, once: (visitor: number) => apiOnce(phoneOf(visitor)) },
		{ name: 'pages', server: foyer, once: (visitor: number) => pagesOnce(phoneOf(visitor)) }
	];
	const blocks = await compete(rivals, { ...amount, count: amount.flows });
	await inbox.clear();
	const [bareMs, apiMs, pagesMs] = ['bare', 'api', 'pages'].map((name) => bestCpu(blocks.get(name))) as [
		number,
		number,
		number
	];
	const runs = (name: string) => `blocks ${spread(blocks.get(name))}`;
	return [
		{ name: 'through the API, in bare flows', value: apiMs / bareMs, unit: '×', aim: { most: 2.2 } },
		{ name: 'through the pages, in bare flows', value: pagesMs / bareMs, unit: '×', aim: { most: 3.2 } },
		{ name: 'bare provider, 5 requests', value: bareMs, unit: 'ms', note: runs('bare') },
		{ name: 'API, 9 requests', value: apiMs, unit: 'ms', note: runs('api') },
		{ name: 'pages, 9 requests, brotli', value: pagesMs, unit: 'ms', note: runs('pages') }
	];
}
