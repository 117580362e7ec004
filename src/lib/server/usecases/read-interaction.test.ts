import { afterEach, beforeEach, expect, it } from 'vitest';
import { anApplication } from '../../../../tests/contract/store/fixtures.ts';
import { noProvider, openTestServices, standingAt } from '../../../../tests/support/test-services.ts';
import { createPasswords } from '../passwords/passwords.ts';
import { createMessenger } from '../connectors/messenger.ts';
import { createBackground } from './background.ts';
import type { Application, Caller, Services } from './ports.ts';
import { readInteraction } from './read-interaction.ts';

const caller: Caller = { requestId: 'r', ip: '192.0.2.1', userAgent: '', locale: 'en', interactionId: 'interaction' };

let parts: Awaited<ReturnType<typeof openTestServices>>;
let services: Services;
beforeEach(async () => {
	parts = await openTestServices();
	const { store, log } = parts.services;
	services = {
		...parts.services,
		passwords: createPasswords(),
		messenger: createMessenger({ connectors: store.connectors, log }),
		background: createBackground(log),
		oidc: noProvider
	};
	await store.oidc.upsertInteraction('interaction', 'shop', {}, standingAt + 3_600_000);
});
afterEach(() => parts.close());

async function toldOf(application: Partial<Application>): Promise<unknown> {
	await services.store.applications.insert(anApplication({ id: 'shop', ...application }));
	const told = await readInteraction(services, caller);
	return told.ok ? told.value.application : told.problem.data?.application;
}

it('pages are told when the application is a third party', async () => {
	expect(await toldOf({ isThirdParty: true })).toEqual({ id: 'shop', name: 'Shop', isThirdParty: true });
});

it('of an application of our own they are told its name alone', async () => {
	expect(await toldOf({})).toEqual({ id: 'shop', name: 'Shop' });
});
