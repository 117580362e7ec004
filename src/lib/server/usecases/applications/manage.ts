// Applications at a machine's word: each change with its line in the audit log.
import type {
	ApplicationAnswer,
	ApplicationChangesBody,
	CreatedApplication,
	NewApplicationBody
} from '../../../contract/applications.ts';
import { ok, type Result } from '../../../contract/result.ts';
import type { MachineCaller, Services } from '../ports.ts';
import { changeRecorded } from '../record-change.ts';
import { createApplication } from './create.ts';
import { removeApplication } from './remove.ts';
import { showApplication } from './show.ts';
import { updateApplication } from './update.ts';

type Needs = Pick<Services, 'store' | 'clock' | 'ids' | 'demo'>;

export function addApplication(
	services: Needs,
	caller: MachineCaller,
	{ oidcClientMetadata, ...body }: NewApplicationBody
): Promise<Result<CreatedApplication>> {
	return changeRecorded(services, caller, 'Management.Application.Create', async (store) => {
		const wanted = {
			...body,
			redirectUris: [],
			postLogoutRedirectUris: [],
			...oidcClientMetadata,
			description: body.description ?? undefined
		};
		const created = await createApplication({ ...services, store }, wanted);
		if (!created.ok) return created;
		return ok({ ...showApplication(created.value), secret: created.value.secrets[0]?.value });
	});
}

export function changeApplication(
	services: Needs,
	caller: MachineCaller,
	id: string,
	{ oidcClientMetadata, description, ...body }: ApplicationChangesBody
): Promise<Result<ApplicationAnswer>> {
	return changeRecorded(services, caller, 'Management.Application.Update', async (store) => {
		const changes = { ...body, ...oidcClientMetadata, description: description === null ? '' : description };
		const changed = await updateApplication({ ...services, store }, id, changes);
		return changed.ok ? ok(showApplication(changed.value)) : changed;
	});
}

export function dropApplication(services: Needs, caller: MachineCaller, id: string): Promise<Result<undefined>> {
	return changeRecorded(services, caller, 'Management.Application.Delete', (store) => removeApplication({ store }, id));
}
