// Rows: how many SQL statements a sign-in runs, and which request runs the most.
import { somePhone } from '../support/people.ts';
import { codeFlow, passwordFlow, recoveryFlow } from './api-flows.ts';
import type { Watch } from './browser.ts';
import { pagesFlow, type Flow } from './flows.ts';
import type { Row } from './row.ts';
import type { Stand } from './stand.ts';

type Asked = { request: string; statements: string[] };

/** Settings, applications and connectors are remembered for a second: a quiet server reads them again. */
const quietMs = 1500;
const password = 'correct horse battery staple';

/** `rows` of a sign-in with a code, `endpoints` of everything that the flows ask of the interaction API. */
export async function measureStatements(stand: Stand): Promise<{ rows: Row[]; endpoints: Row[]; requests: Asked[] }> {
	const { foyer, application, inbox } = stand;
	const phone = somePhone();
	const byApi = codeFlow(foyer.origin, application, inbox);
	const byPages = pagesFlow(foyer.origin, application, inbox);
	const recover = recoveryFlow(foyer.origin, application, inbox, password);
	const byPassword = passwordFlow(foyer.origin, application, password);
	const signUp = await listen(stand, byApi, phone);
	await quiet();
	const api = await listen(stand, byApi, phone);
	await quiet();
	const pages = await listen(stand, byPages, phone);
	const others = [await listen(stand, recover, phone), await listen(stand, byPassword, phone)].flat();

	const most = [...api, ...pages].sort((one, other) => work(other) - work(one))[0];
	const rows: Row[] = [
		{ name: 'through the API', value: total(api), aim: { most: 30 }, note: `and ${brackets(api)} begin or commit` },
		{
			name: 'through the pages',
			value: total(pages),
			aim: { most: 30 },
			note: `and ${brackets(pages)} begin or commit`
		},
		{ name: 'most in one request', value: most ? work(most) : 0, aim: { most: 6 }, note: most?.request }
	];
	return { rows, endpoints: endpointRows([...signUp, ...api, ...others]), requests: [...api, ...pages, ...others] };
}

/** The dearest request of each endpoint. */
function endpointRows(asked: Asked[]): Row[] {
	const byEndpoint = Map.groupBy(asked, ({ request }) => request.replace(/(\/oidc\/auth\/).*/, '$1…'));
	return [...byEndpoint].map(([name, requests]) => ({
		name,
		value: Math.max(...requests.map(work)),
		aim: { most: 6 }
	}));
}

async function listen({ foyer }: Stand, flow: Flow, phone: string): Promise<Asked[]> {
	const asked: Asked[] = [];
	const watch: Watch = async (method, path, send) => {
		await foyer.usage({ listen: true });
		const response = await send();
		// What a request does after its answer counts too.
		await new Promise((resolve) => setTimeout(resolve, 20));
		const { statements } = await foyer.usage({ listen: true });
		asked.push({ request: `${method} ${path}`, statements });
		return response;
	};
	await flow(phone, watch);
	return asked;
}

function isBracket(sql: string): boolean {
	return /^(begin|commit|rollback)/i.test(sql);
}

function work({ statements }: Asked): number {
	return statements.filter((sql) => !isBracket(sql)).length;
}

function total(asked: Asked[]): number {
	return asked.reduce((sum, one) => sum + work(one), 0);
}

function brackets(asked: Asked[]): number {
	return asked.flatMap(({ statements }) => statements).filter(isBracket).length;
}

function quiet(): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, quietMs));
}
