// Refusals in words for operators. (People who sign in read the catalogue in `messages/` instead.)
import type { Problem } from '../lib/contract/problems.ts';
import type { RedirectUriFlaw } from '../lib/server/usecases/applications/redirect-uri.ts';

const uriFlaws: Record<RedirectUriFlaw | 'missing' | 'not-used', string> = {
	'not-a-url': 'is not a complete address, such as https://shop.example/callback',
	fragment: 'must not have a fragment (#…)',
	wildcard: 'must not have a wildcard: write each address out, they are compared byte by byte',
	credentials: 'must not carry a user name or password',
	scheme: 'must be http(s), or for a Native application a private scheme like com.example.shop:/callback',
	insecure: 'must be https: http is only for this machine itself (localhost, 127.0.0.1, [::1])',
	'native-loopback': 'must be http://localhost, http://127.0.0.1 or http://[::1], where a Native application listens',
	missing: 'are needed: --redirect https://…',
	'not-used': 'make no sense for a MachineToMachine application'
};

export function explain(problem: Problem): string {
	const { id, uri, flaw, field, detail } = (problem.data ?? {}) as Record<string, string | undefined>;
	if (problem.code === 'entity.not_exists_with_id') return `nothing here has the id "${id}"`;
	if (flaw && flaw in uriFlaws) {
		const option = field === 'postLogoutRedirectUris' ? '--post-logout' : '--redirect';
		// `localhost:3000` parses, with `localhost:` as its scheme.
		if (flaw === 'scheme' && /^[\w.-]+:\d/.test(uri ?? ''))
			return `${option} ${uri} lacks http:// or https:// in front`;
		return `${uri ? `${option} ${uri}` : 'redirect addresses'} ${uriFlaws[flaw as RedirectUriFlaw]}`;
	}
	if (field) return `${field}: ${detail ?? 'is missing or not acceptable'}`;
	return detail ? `${problem.code} (${detail})` : problem.code;
}
