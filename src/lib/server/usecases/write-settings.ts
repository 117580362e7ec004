// Changes the sign-in experience: the named fields only, and never into something nobody could sign in with.
import { ok, refuse, type Result } from '../../contract/result.ts';
import { settings as schema, type Settings } from '../../contract/settings.ts';
import type { Services } from './ports.ts';

export async function writeSettings(
	services: Pick<Services, 'store' | 'settings'>,
	changes: unknown
): Promise<Result<Settings>> {
	if (!isObject(changes)) return invalid('settings', 'must be a JSON object');
	const unknown = Object.keys(changes).find((name) => !(name in schema.shape));
	if (unknown) return invalid(unknown, 'is not a setting');
	const parsed = schema.safeParse(merge(await services.settings(), changes));
	if (!parsed.success) {
		const issue = parsed.error.issues[0];
		return invalid(issue?.path.join('.') ?? 'settings', issue?.message ?? 'is not acceptable');
	}
	const flaw = findFlaw(parsed.data);
	if (flaw) return invalid(flaw.field, flaw.detail);
	await services.store.settings.write(parsed.data);
	return ok(parsed.data);
}

/** What no single field can tell. */
function findFlaw(settings: Settings): { field: string; detail: string } | undefined {
	const { signIn, signUp, signInMode } = settings;
	if (signInMode !== 'Register' && signIn.methods.length === 0) {
		return { field: 'signIn.methods', detail: 'name at least one, or nobody can sign in' };
	}
	const silent = signIn.methods.find((method) => !method.password && !method.verificationCode);
	if (silent) return { field: 'signIn.methods', detail: `${silent.identifier} needs a password or a code` };
	if (signInMode !== 'SignIn' && signUp.identifiers.length === 0) {
		return { field: 'signUp.identifiers', detail: 'name at least one, or nobody can sign up' };
	}
	return undefined;
}

/** Objects are merged one level deep, as a PATCH of the settings does; lists are replaced. */
function merge(before: Settings, changes: Record<string, unknown>): Record<string, unknown> {
	const after: Record<string, unknown> = { ...before };
	for (const [name, value] of Object.entries(changes)) {
		const old = after[name];
		after[name] = isObject(old) && isObject(value) ? { ...old, ...value } : value;
	}
	return after;
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function invalid(field: string, detail: string) {
	return refuse('guard.invalid_input', { data: { field, detail } });
}
