// Rows: how many sign-in pages the server gives out, next to its discovery document in the same run.
import { authorizationRequest } from '../../src/testing/authorization-request.ts';
import { must, mustLead, openVisitor } from './browser.ts';
import { bestCpu, bestRate, compete } from './load.ts';
import type { Row } from './row.ts';
import type { Stand } from './stand.ts';

export async function measurePageRate(
	{ foyer, application }: Stand,
	amount: { warmUp: number; rounds: number; requests: number }
): Promise<Row[]> {
	const visitor = openVisitor(foyer.origin);
	const { address } = authorizationRequest(`${foyer.origin}/oidc`, application);
	const page = await mustLead(await visitor.send('GET', address));
	const open = (path: string) => async () => {
		await (await must(await visitor.send('GET', path), 200)).arrayBuffer();
	};
	const rivals = [
		{ name: 'discovery', server: foyer, once: open('/oidc/.well-known/openid-configuration') },
		{ name: 'page', server: foyer, once: open(page.href) }
	];
	const blocks = await compete(rivals, { ...amount, count: amount.requests });
	const [discovery, signIn] = [blocks.get('discovery'), blocks.get('page')];
	return [
		{
			name: 'sign-in pages for the CPU of one discovery',
			value: bestCpu(discovery) / bestCpu(signIn),
			aim: { least: 0.5 }
		},
		{ name: 'sign-in page, brotli', value: bestRate(signIn), unit: '/s', note: `${bestCpu(signIn).toFixed(2)} ms CPU` },
		{
			name: 'discovery, brotli',
			value: bestRate(discovery),
			unit: '/s',
			note: `${bestCpu(discovery).toFixed(2)} ms CPU`
		}
	];
}
