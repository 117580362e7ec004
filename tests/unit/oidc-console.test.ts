// The console's token for the management API: administrators get one, others do not, and it is good while they are one.
import { decodeJwt } from 'jose';
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

const asked = { scope: 'openid all', resource: managementIndicator };

async function tokensOf(accountId: string, clientId = 'console') {
	const redirect = clientId === 'console' ? `${foyer.origin}/console/callback` : 'https://app.example/callback';
	const parameters = { client_id: clientId, redirect_uri: redirect, ...asked };
	const { code, verifier } = await signIn(foyer, foyer.browser(), parameters, accountId);
	const grant = { grant_type: 'authorization_code', redirect_uri: redirect, code, code_verifier: verifier };
	return post({ client_id: clientId, resource: managementIndicator, ...grant });
}

const post = async (fields: Record<string, string>) => json(await foyer.send('/oidc/token', form(fields)));

function authorize(token: unknown) {
	const machineTokens = createMachineTokens({ ...foyer.store, origin: foyer.origin });
	return authorizeMachine({ machineTokens, store: foyer.store }, `Bearer ${String(token)}`);
}

describe('an administrator who signs in to the console', () => {
	it('gets a token for the management API, and nothing to renew it with', async () => {
		const tokens = await tokensOf(ada.id);
		expect(tokens.scope).toBe('all');
		expect(await authorize(tokens.access_token)).toMatchObject({
			ok: true,
			value: { applicationId: 'console', actorId: ada.id, session: { sessionUid: expect.any(String) } }
		});
		expect(tokens).not.toHaveProperty('refresh_token');
	});

	it('is out as soon as the session is over', async () => {
		const [{ access_token: token }, { access_token: other }] = [await tokensOf(ada.id), await tokensOf(ada.id)];
		const { session_uid: uid } = decodeJwt(String(token));
		const record = await foyer.store.oidc.findByUid(String(uid));
		await foyer.store.oidc.remove('Session', String(record?.payload.jti));
		expect(await authorize(token)).toMatchObject({ problem: { code: 'auth.unauthorized' } });
		expect(await authorize(other)).toMatchObject({ ok: true });
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
