// What endpoints refuse without saying so themselves: before they run, while they read, when all else fails.
import type { ProblemCode } from '../../contract/problems.ts';
import type { AccountAccess } from '../usecases/ports.ts';
import type { DeclaredHandler } from './declaration.ts';

type Kind = { method: string; path: string; declaration: DeclaredHandler['declaration'] };

export function sharedProblems({ method, path, declaration }: Kind): ProblemCode[] {
	const { body, query, upload } = declaration;
	return [
		'request.rate_limited',
		'server.internal',
		'server.unavailable',
		...choose(/^\/api\/(experience|interaction)\b/.test(path), 'server.maintenance'),
		...choose(method !== 'GET', 'guard.cross_origin'),
		...choose(path.includes('{'), 'entity.not_found'),
		...choose(
			[body, query, upload].some((part) => part !== undefined),
			'guard.invalid_input'
		),
		...choose(upload !== undefined, 'guard.file_size_exceeded'),
		...choose(body !== undefined, 'guard.body_too_large'),
		...choose(
			declaration.needsToken !== false,
			'auth.authorization_header_missing',
			'auth.authorization_token_type_not_supported',
			'auth.unauthorized',
			'auth.forbidden'
		),
		...(declaration.needsToken === 'account' ? accountProblems(declaration.access) : [])
	];
}

function choose(isSo: boolean, ...codes: ProblemCode[]): ProblemCode[] {
	return isSo ? codes : [];
}

function accountProblems({ field, changes = false, proven = false }: AccountAccess): ProblemCode[] {
	return [
		'account_center.not_enabled',
		...choose(changes, 'auth.third_party_application_forbidden', 'session.busy'),
		...choose(field !== undefined, changes ? 'account_center.field_not_editable' : 'account_center.field_not_enabled'),
		...choose(proven, 'verification_record.permission_denied')
	];
}
