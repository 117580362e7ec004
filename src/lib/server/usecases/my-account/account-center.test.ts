import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestServices, type TestServices } from '../../../../../tests/support/test-services.ts';
import { changeAccountCenter } from './account-center.ts';

let services: TestServices;
let close: () => Promise<void>;
beforeEach(async () => ({ services, close } = await openTestServices()));
afterEach(() => close());

it('is changed as any setting is: version and log tell who it was, and what', async () => {
	const who = { applicationId: 'backoffice', actorId: 'ada' };
	const caller = { ...who, requestId: 'r', ip: '192.0.2.1', userAgent: '', locale: 'en', interactionId: undefined };
	expect(await changeAccountCenter(services, caller, { fields: { name: 'ReadOnly' } })).toMatchObject({
		value: { fields: { name: 'ReadOnly' } }
	});
	const page = { limit: 1, offset: 0 };
	const [version] = await services.store.settingsVersions.list(page);
	const fields = ['accountCenter'];
	expect(version).toMatchObject({ kind: 'change', applicationId: 'backoffice', userId: 'ada', fields });
	const [line] = await services.store.audit.list(page);
	const details = { version: version?.id, fields };
	expect(line).toMatchObject({ key: 'Management.Settings.Update', ...who, details });
});
