// Rows: how many SQL statements a sign-in runs, and which request runs the most.
import { somePhone } from '../support/people.ts';
import { isBracket, isRemembered } from '../support/statement-kinds.ts';
import { codeFlow, passwordFlow, recoveryFlow, signUpFlow } from './api-flows.ts';
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
	// The very first request makes the signing keys.
	await byApi(somePhone());
	const signUp = await listen(stand, byApi, phone);
	await quiet();
	const api = await listen(stand, byApi, phone);
	await quiet();
	const pages = await listen(stand, byPages, phone);
	const bySignUp = signUpFlow(foyer.origin, application, inbox);
	const others = [
		await listen(stand, recover, phone),
		await listen(stand, byPassword, phone),
		await listen(stand, bySignUp, somePhone())
	].flat();

	const isOfApi = ({ request }: Asked) => /^\w+ \/(api|oidc)\//.test(request);
	const most = dearest([...signUp, ...api, ...others].filter(isOfApi));
	const action = dearest(pages.filter((asked) => !isOfApi(asked)));
	const rows: Row[] = [
		{ name: 'through the API', value: total(api), aim: { most: 30 }, note: `and ${brackets(api)} begin or commit` },
		{
			name: 'through the pages',
			value: total(pages),
			aim: { most: 30 },
			note: `and ${brackets(pages)} begin or commit`
		},
		{ name: 'most in one request of the API', value: work(most), aim: { most: 6 }, note: most.request },
		// Several calls of the API in one request of the browser's: each keeps to its own bound.
		{ name: 'most in one action of a page', value: work(action), note: action.request }
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

function dearest(asked: Asked[]): Asked {
	return asked.toSorted((one, other) => work(other) - work(one))[0] ?? { request: '', statements: [] };
}

/** Of one request: what is remembered is asked for by whichever comes first after a second, and counted in the sum. */
function work({ statements }: Asked): number {
	return statements.filter((sql) => !isBracket(sql) && !isRemembered(sql)).length;
}

function total(asked: Asked[]): number {
	return asked.flatMap(({ statements }) => statements).filter((sql) => !isBracket(sql)).length;
}

function brackets(asked: Asked[]): number {
	return asked.flatMap(({ statements }) => statements).filter(isBracket).length;
}

function quiet(): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, quietMs));
}
