// Secrets of an application: several at once, each with a name and perhaps an end, so that replacing one leaves no gap.
import { isConfidential } from '../../../contract/application-types.ts';
import type { ApplicationSecretAnswer, NewApplicationSecret } from '../../../contract/applications.ts';
import { ok, refuse, type Result } from '../../../contract/result.ts';
import type { MachineCaller, Services } from '../ports.ts';
import { changeRecorded } from '../record-change.ts';
import { newSecret } from './create.ts';
import { maskSecret, showSecret } from './show.ts';
import { unknownApplication } from './unknown.ts';

type Needs = Pick<Services, 'store' | 'clock' | 'ids'>;

const mostSecrets = 20;

export async function listSecrets(
	{ store }: Pick<Services, 'store'>,
	id: string
): Promise<Result<ApplicationSecretAnswer[]>> {
	const application = await store.applications.find(id);
	if (!application) return unknownApplication(id);
	return ok(application.secrets.map((secret) => showSecret(id, maskSecret(secret))));
}

/** This answer alone holds its value. */
export function addSecret(
	services: Needs,
	caller: MachineCaller,
	id: string,
	{ name, expiresAt }: NewApplicationSecret
): Promise<Result<ApplicationSecretAnswer>> {
	return changeRecorded(services, caller, 'Management.Application.Secret.Create', async ({ applications }) => {
		const application = await applications.find(id);
		if (!application) return unknownApplication(id);
		if (!isConfidential(application.type)) return invalid('type', `${application.type} applications have no secret`);
		if (expiresAt && expiresAt <= services.clock.now()) return invalid('expiresAt', 'has passed already');
		if (application.secrets.length >= mostSecrets) return invalid('name', `there are ${mostSecrets} secrets already`);
		const secret = newSecret(services, { name, expiresAt: expiresAt ?? undefined });
		return (await applications.addSecret(id, secret)) ? ok(showSecret(id, secret)) : taken(name);
	});
}

export function renameSecret(
	services: Needs,
	caller: MachineCaller,
	{ id, name, next }: { id: string; name: string; next: string }
): Promise<Result<ApplicationSecretAnswer>> {
	return changeRecorded(services, caller, 'Management.Application.Secret.Update', async ({ applications }) => {
		const outcome = await applications.renameSecret(id, name, next);
		if (outcome === 'taken') return taken(next);
		const secret = (await applications.find(id))?.secrets.find((known) => known.name === next);
		return outcome === 'renamed' && secret ? ok(showSecret(id, maskSecret(secret))) : unknownSecret(name);
	});
}

export function dropSecret(
	services: Needs,
	caller: MachineCaller,
	{ id, name }: { id: string; name: string }
): Promise<Result<undefined>> {
	return changeRecorded(services, caller, 'Management.Application.Secret.Delete', async ({ applications }) =>
		(await applications.removeSecret(id, name)) ? ok() : unknownSecret(name)
	);
}

function unknownSecret(name: string) {
	return refuse('entity.not_found', { data: { name } });
}

function taken(name: string) {
	return refuse('application.secret_name_exists', { data: { field: 'name', name } });
}

function invalid(field: string, detail: string) {
	return refuse('guard.invalid_input', { data: { field, detail } });
}
