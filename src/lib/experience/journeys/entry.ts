// Where a first screen begins that an application asked for by name. What is not offered here begins with signing in.
import type { Flow } from './flow.ts';

export function entryPage(name: string | null, from: URL): `/${Flow}${string}` {
	const query = new URLSearchParams(from.search);
	query.delete('fallback');
	return `/${flowOf(name)}?${query}`;
}

function flowOf(name: string | null): Flow {
	if (name === 'reset-password') return 'forgot-password';
	return name?.endsWith('register') ? 'register' : 'sign-in';
}
