// A password that somebody wants: examined by the policy first, hashed only when it may be had.
import { checkPassword, type PasswordContext } from '../core/password-policy.ts';
import type { NewPassword } from '../core/interaction/event.ts';
import type { PasswordIssue } from '../../contract/password-policy.ts';
import { ok, type Result } from '../../contract/result.ts';
import type { Person } from '../core/rules/password/owner.ts';
import type { Services } from './ports.ts';
import { settingsFor } from './settings-for.ts';

type Needs = Pick<Services, 'settings' | 'passwords' | 'store'>;

/** `person` is whose it will be, `clientId` where they come from: neither may be the password. */
export async function examinePassword(
	services: Needs,
	password: string,
	person: Person,
	clientId?: string
): Promise<Result<NewPassword>> {
	const issues = await findPasswordIssues(services, password, person, clientId);
	if (issues.length > 0) return ok({ issues });
	const hashed = await services.passwords.hash(password);
	return hashed.ok ? ok({ issues, digest: { algorithm: 'Argon2id', digest: hashed.value } }) : hashed;
}

export async function findPasswordIssues(
	services: Needs,
	password: string,
	person: Person,
	clientId?: string
): Promise<PasswordIssue[]> {
	const { passwordPolicy, branding } = await services.settings();
	// An application may call itself otherwise on its pages.
	const [application, shown] = await Promise.all([
		clientId ? services.store.applications.find(clientId) : undefined,
		settingsFor(services, clientId ?? null)
	]);
	const context: PasswordContext = {
		username: person.username,
		email: person.primaryEmail,
		phone: person.primaryPhone,
		name: person.name,
		applicationName: application?.name,
		brandName: branding.name,
		shownName: shown.branding.name,
		isCompromised: passwordPolicy.rejects.pwned && (await services.passwords.isCompromised(password))
	};
	return checkPassword(password, passwordPolicy, context);
}
