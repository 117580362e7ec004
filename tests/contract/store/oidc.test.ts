import { expect, it } from 'vitest';
import { aUser, fresh, now, times } from './fixtures.ts';
import { onEachEngine } from './engines.ts';

onEachEngine("the provider's records", (held) => {
	it('come back as they were given, rewritten ones too', async () => {
		const { oidc } = held.store;
		const id = fresh('token');
		await oidc.upsert('AccessToken', id, { jti: id, scope: 'openid', n: 1 }, now);
		expect(await oidc.find('AccessToken', id)).toEqual({
			payload: { jti: id, scope: 'openid', n: 1 },
			consumedAt: undefined
		});
		await oidc.upsert('AccessToken', id, { scope: 'email' }, undefined);
		expect(await oidc.find('AccessToken', id)).toEqual({ payload: { scope: 'email' }, consumedAt: undefined });
		expect(await oidc.find('RefreshToken', id)).toBeUndefined();
	});

	it('are found by uid and by user code, with their id', async () => {
		const { oidc } = held.store;
		const id = fresh('session');
		await oidc.upsert('Session', id, { jti: id, uid: `${id}-uid` }, now);
		await oidc.upsert('Session', `${id}-newer`, { jti: `${id}-newer`, uid: `${id}-uid` }, now + 1);
		await oidc.upsert('DeviceCode', id, { jti: id, userCode: `${id}-code` }, now);
		expect((await oidc.findByUid(`${id}-uid`))?.payload.jti).toBe(`${id}-newer`);
		expect((await oidc.findByUserCode(`${id}-code`))?.payload.jti).toBe(id);
		expect(await oidc.findByUid('nobody')).toBeUndefined();
		expect(await oidc.findByUserCode('nothing')).toBeUndefined();
	});

	it('are consumed once, and stay so when they are saved again', async () => {
		const { oidc } = held.store;
		const id = fresh('code');
		await oidc.upsert('AuthorizationCode', id, { jti: id }, now);
		expect(await oidc.consume('AuthorizationCode', id, now + 1)).toBe(true);
		expect(await oidc.consume('AuthorizationCode', id, now + 2)).toBe(false);
		await oidc.upsert('AuthorizationCode', id, { jti: id }, now);
		expect((await oidc.find('AuthorizationCode', id))?.consumedAt).toBe(now + 1);
		expect(await oidc.consume('AuthorizationCode', 'nothing', now)).toBe(false);
	});

	it('have one consumer among 50, from two processes', async () => {
		const other = await held.openAnother();
		const id = fresh('refresh');
		await held.store.oidc.upsert('RefreshToken', id, { jti: id }, now);
		const won = await times(50, (index) =>
			(index % 2 ? other : held.store).oidc.consume('RefreshToken', id, now + index)
		);
		expect(won.filter(Boolean)).toHaveLength(1);
	});

	it('are used up together with what they bring, by one of 20 from two processes', async () => {
		const other = await held.openAnother();
		const [code, grantId] = [fresh('code'), fresh('grant')];
		const record = { model: 'AuthorizationCode', id: code, payload: { jti: code, grantId }, expiresAt: now };
		await held.store.oidc.upsertAll([record]);
		const token = (index: number) => ({
			model: 'AccessToken',
			id: `${code}-${index}`,
			payload: { grantId },
			expiresAt: now
		});
		const won = await times(20, (index) =>
			(index % 2 ? other : held.store).oidc.upsertAll([token(index)], { record, at: now + index })
		);
		expect(won.filter(Boolean)).toHaveLength(1);
		expect(await held.store.oidc.find('AuthorizationCode', code)).toEqual({
			payload: record.payload,
			consumedAt: now + won.indexOf(true)
		});
	});

	it('bring nothing once they are gone', async () => {
		const { oidc } = held.store;
		const [code, grantId] = [fresh('code'), fresh('grant')];
		const record = { model: 'AuthorizationCode', id: code, payload: { jti: code, grantId }, expiresAt: now };
		const token = { model: 'AccessToken', id: `${code}-t`, payload: { grantId }, expiresAt: now };
		expect(await oidc.upsertAll([token], { record, at: now })).toBe(false);
		await oidc.removeByGrant(grantId);
		expect(await oidc.find('AuthorizationCode', code)).toBeUndefined();
		expect(await oidc.find('AccessToken', token.id)).toBeUndefined();
	});

	it('come together with the grant that they rest on', async () => {
		const { oidc } = held.store;
		const [id, grantId] = [fresh('token'), fresh('grant')];
		await oidc.upsertAll([
			{ model: 'Grant', id: grantId, payload: { jti: grantId, accountId: 'ada' }, expiresAt: now },
			{ model: 'AccessToken', id, payload: { jti: id, grantId }, expiresAt: now },
			{ model: 'RefreshToken', id, payload: { jti: id, grantId }, expiresAt: now }
		]);
		const found = await oidc.findWithGrant('AccessToken', id);
		expect(found.record?.payload).toEqual({ jti: id, grantId });
		expect(found.grant).toEqual({ id: grantId, record: await oidc.find('Grant', grantId) });
		await oidc.removeByGrant(grantId);
		expect(await oidc.find('Grant', grantId)).toBeDefined();
		expect(await oidc.findWithGrant('AccessToken', id)).toEqual({ record: undefined, grant: undefined });
	});

	it('can be removed one by one, by grant and with their account', async () => {
		const { oidc, users } = held.store;
		const id = fresh('record');
		await users.insert(aUser({ id: `${id}-a` }));
		await oidc.upsert('AccessToken', `${id}-1`, { grantId: `${id}-g`, accountId: 'x' }, now);
		await oidc.upsert('RefreshToken', `${id}-1`, { grantId: `${id}-g`, accountId: 'x' }, now);
		await oidc.upsert('Session', `${id}-2`, { accountId: `${id}-a`, uid: id }, now);
		await oidc.upsert('Grant', `${id}-3`, { accountId: `${id}-a` }, now);
		await oidc.upsert('Grant', `${id}-4`, {}, now);

		await oidc.removeByGrant(`${id}-g`);
		expect(await oidc.find('AccessToken', `${id}-1`)).toBeUndefined();
		expect(await oidc.find('RefreshToken', `${id}-1`)).toBeUndefined();

		await users.remove(`${id}-a`);
		expect(await oidc.find('Session', `${id}-2`)).toBeUndefined();
		expect(await oidc.find('Grant', `${id}-3`)).toBeUndefined();

		expect(await oidc.find('Grant', `${id}-4`)).toBeDefined();
		await oidc.remove('Grant', `${id}-4`);
		expect(await oidc.find('Grant', `${id}-4`)).toBeUndefined();
	});

	it('can be taken from one application alone, its tokens included', async () => {
		const { oidc } = held.store;
		const accountId = fresh('account');
		const of = (clientId: string, grantId: string) => [
			{ model: 'Grant', id: grantId, payload: { jti: grantId, accountId, clientId, iat: 1 }, expiresAt: now },
			{ model: 'RefreshToken', id: `${grantId}-r`, payload: { accountId, clientId, grantId }, expiresAt: now },
			{ model: 'AccessToken', id: `${grantId}-a`, payload: { accountId, clientId, grantId }, expiresAt: now }
		];
		const [one, two, kept] = [fresh('grant'), fresh('grant'), fresh('grant')];
		await oidc.upsertAll([...of('shop', one), ...of('shop', two), ...of('blog', kept)]);
		await oidc.upsert('Session', fresh('session'), { accountId, uid: accountId, authorizations: { shop: {} } }, now);
		expect((await oidc.grantsOf(accountId)).map(({ clientId }) => clientId).sort()).toEqual(['blog', 'shop', 'shop']);

		expect(await oidc.removeByAccountAndClient(accountId, 'shop')).toBe(2);
		expect(await oidc.find('RefreshToken', `${one}-r`)).toBeUndefined();
		expect(await oidc.find('AccessToken', `${two}-a`)).toBeUndefined();
		expect(await oidc.find('RefreshToken', `${kept}-r`)).toBeDefined();
		expect(await oidc.findByUid(accountId)).toBeDefined();
		expect(await oidc.removeByAccountAndClient(accountId, 'shop')).toBe(0);
		expect(await oidc.removeByAccountAndClient('nobody', 'blog')).toBe(0);
	});

	it('do not hold a token that could be used', async () => {
		const id = fresh('token');
		await held.store.oidc.upsert('RefreshToken', id, { jti: id, accountId: 'u1' }, now);
		expect(await held.dump()).not.toContain(id);
	});
});
