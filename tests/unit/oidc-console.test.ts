// The console's token for the management API: administrators get one, others do not, and it is good while they are one.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { managementIndicator } from '../../src/lib/contract/management-api.ts';
import { createMachineTokens } from '../../src/lib/server/oidc/machine-tokens.ts';
import { authorizeMachine } from '../../src/lib/server/usecases/authorize-machine.ts';
import { application, authorization, form, json, openHarness, person, signIn, type Harness } from './oidc-harness.ts';

let foyer: Harness;
const ada = person({ id: 'ada000000001', primaryPhone: '8613800138001', isAdmin: true });
const bob = person({ id: 'bob000000001', primaryPhone: '8613800138002' });

beforeAll(async () => {
	foyer = await openHarness();
	await foyer.store.users.insert(ada);
	await foyer.store.users.insert(bob);
	await foyer.store.applications.insert(application({ id: 'shop' }));
});
afterAll(() => foyer.close());

const asked = { scope: 'openid offline_access all', resource: managementIndicator };

async function tokensOf(accountId: string, clientId = 'console') {
	const redirect = clientId === 'console' ? `${foyer.origin}/console/callback` : 'https://app.example/callback';
	const parameters = { client_id: clientId, redirect_uri: redirect, ...asked };
	const { code, verifier } = await signIn(foyer, foyer.browser(), parameters, accountId);
	const grant = { grant_type: 'authorization_code', redirect_uri: redirect, code, code_verifier: verifier };
	return post({ client_id: clientId, resource: managementIndicator, ...grant });
}

const post = async (fields: Record<string, string>) => json(await foyer.send('/oidc/token', form(fields)));

function authorize(token: unknown) {
	const machineTokens = createMachineTokens({ keys: foyer.store.keys, origin: foyer.origin });
	return authorizeMachine({ machineTokens, store: foyer.store }, `Bearer ${String(token)}`);
}

describe('an administrator who signs in to the console', () => {
	it('gets a token for the management API, and another one later', async () => {
		const tokens = await tokensOf(ada.id);
		expect(tokens.scope).toBe('all');
		expect(await authorize(tokens.access_token)).toEqual({
			ok: true,
			value: { applicationId: 'console', actorId: ada.id }
		});
		const renewed = await post({
			client_id: 'console',
			grant_type: 'refresh_token',
			refresh_token: String(tokens.refresh_token),
			resource: managementIndicator
		});
		expect(await authorize(renewed.access_token)).toMatchObject({ ok: true });
	});

	it('is out at once when the right is taken away, or the account suspended', async () => {
		const { access_token: token } = await tokensOf(ada.id);
		await foyer.store.users.setAdmin(ada.id, false, 1);
		expect(await authorize(token)).toMatchObject({ problem: { code: 'auth.forbidden' } });
		await foyer.store.users.setAdmin(ada.id, true, 2);
		expect(await authorize(token)).toMatchObject({ ok: true });
		await foyer.store.users.setSuspended(ada.id, true, 3);
		expect(await authorize(token)).toMatchObject({ problem: { code: 'auth.unauthorized' } });
		await foyer.store.users.setSuspended(ada.id, false, 4);
	});
});

describe('anybody else', () => {
	it('gets a token of the console that opens nothing', async () => {
		const tokens = await tokensOf(bob.id);
		expect(tokens.scope).not.toContain('all');
		expect(await authorize(tokens.access_token)).toMatchObject({ problem: { code: 'auth.forbidden' } });
	});

	it('gets none through an application of their own, administrator or not', async () => {
		const { url } = authorization({ client_id: 'shop', ...asked });
		const answer = await foyer.browser().open(url);
		expect(new URL(answer.headers.get('location') ?? '').searchParams.get('error')).toBe('invalid_target');
	});
});
