import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noProvider, openTestServices, standingAt } from '../../../../tests/support/test-services.ts';
import { defaultSettings, type Settings } from '../../contract/settings.ts';
import { createMessenger } from '../connectors/messenger.ts';
import { createPasswords } from '../passwords/passwords.ts';
import { createHasher } from '../telemetry/hasher.ts';
import { isNothing } from '../core/rules/sends/tally.ts';
import type { Caller, CodeIdentifier, Log, Services } from './ports.ts';
import { createBackground } from './background.ts';
import { checkCode } from './check-code.ts';
import { readInteraction } from './read-interaction.ts';
import { sendCode } from './send-code.ts';
import { startInteraction } from './start-interaction.ts';

const silent: Log = { info: () => {}, warn: () => {}, error: () => {} };
const caller: Caller = { requestId: 'r', ip: '192.0.2.1', userAgent: '', locale: 'en', interactionId: 'interaction' };
const member = { type: 'email', value: 'ada@example.com' } as const;
const stranger = { type: 'email', value: 'eve@example.com' } as const;
const keys = { accessKeyId: 'id', accessKeySecret: 'key' };
const mail = { ...keys, accountName: 'no-reply@example.com' };
const sms = { ...keys, signName: 'Acme', templates: [{ usageType: 'Generic', templateCode: 'SMS_1' }] };
const channels = ['mail', 'phone'] as const;
/** The same people by mail and by phone, in one prefix. */
const byChannel = {
	mail: {
		member,
		stranger,
		first: { type: 'email', value: 'first@example.com' },
		other: { type: 'email', value: 'other@example.com' }
	},
	phone: {
		member: { type: 'phone', value: '8613800138001' },
		stranger: { type: 'phone', value: '8613800138002' },
		first: { type: 'phone', value: '8613800138003' },
		other: { type: 'phone', value: '8613800138004' }
	}
} as const;

let statements: string[];
let parts: Awaited<ReturnType<typeof openTestServices>>;
beforeEach(async () => {
	statements = [];
	parts = await openTestServices({ onStatement: (sql) => statements.push(sql) });
	const { store, ids, clock } = parts.services;
	const put = (connectorId: string, carries: 'email' | 'sms', config: unknown) =>
		store.connectors.put({
			id: ids.id(),
			...{ connectorId, carries, config },
			...{ enabled: true, priority: 0, createdAt: clock.now() }
		});
	await put('aliyun-direct-mail', 'email', mail);
	await put('aliyun-short-message-service', 'sms', sms);
	const at = { createdAt: standingAt, updatedAt: standingAt };
	await store.users.insert({
		id: 'ada000000000',
		primaryEmail: member.value,
		primaryPhone: byChannel.phone.member.value,
		profile: {},
		customData: {},
		isSuspended: false,
		...at
	});
	await store.oidc.upsertInteraction('interaction', 'shop', {}, standingAt + 3_600_000);
});
afterEach(() => parts.close());

/** `signInMode` as given, and a vendor that answers when it is told to. */
function servicesWith(signInMode: Settings['signInMode'], fetch: typeof globalThis.fetch): Services {
	const { store } = parts.services;
	return {
		...parts.services,
		settings: async () => ({ ...defaultSettings, signInMode }),
		hasher: createHasher('a secret for tests, long enough to be one'),
		passwords: createPasswords(),
		messenger: createMessenger({ connectors: store.connectors, log: silent, fetch }),
		background: createBackground(silent),
		oidc: noProvider,
		log: silent
	};
}

describe('a code where nobody can sign up', () => {
	it('is answered before it is sent, so that waiting tells nobody who is a member', async () => {
		let sent = 0;
		const never: typeof fetch = () => {
			sent += 1;
			return new Promise(() => {});
		};
		const services = servicesWith('SignIn', never);
		await startInteraction(services, caller, 'SignIn');

		const toStranger = await sendCode(services, caller, { identifier: stranger });
		const toMember = await sendCode(services, caller, { identifier: member });
		expect([toStranger.ok, toMember.ok]).toEqual([true, true]);
		await expect.poll(() => sent).toBe(1);
	});
});

describe('a newcomer whom nothing is left for', () => {
	it('is refused, and the operator hears of it once', async () => {
		const errors: unknown[] = [];
		const base = servicesWith('SignInAndRegister', async () => Response.json({ EnvId: '1', RequestId: 'R' }));
		const one = [{ count: 1, seconds: 86_400 }];
		const services: Services = {
			...base,
			settings: async () => {
				const settings = await base.settings();
				return { ...settings, sendPolicy: { ...settings.sendPolicy, perInstallation: one } };
			},
			log: { ...silent, error: (event, fields) => errors.push([event, fields]) }
		};
		services.hasher = { ...services.hasher, leadingZeroBits: () => 32 };
		await startInteraction(services, caller, 'Register');
		const answers = [];
		for (const name of ['bob', 'cid', 'dan']) {
			const identifier = { type: 'email', value: `${name}@example.com` } as const;
			const wanted = await sendCode(services, caller, { identifier });
			const captchaToken = `${wanted.ok ? '' : wanted.problem.data?.challenge}.0`;
			if (!wanted.ok) await startInteraction(services, caller, 'Register', { keepVerifications: true, captchaToken });
			const answer = wanted.ok ? wanted : await sendCode(services, caller, { identifier });
			answers.push(answer.ok || answer.problem.code);
		}
		expect(answers).toEqual([true, 'request.message_rate_limited', 'request.message_rate_limited']);
		expect(errors).toEqual([['sends.scarce', expect.objectContaining({ cause: 'installation' })]]);
	});
});

describe('a code where anybody can sign up', () => {
	it('is awaited, and what goes wrong is told', async () => {
		const broken: typeof fetch = async () => Response.json({ Code: 'InvalidMailAddress.NotFound' }, { status: 400 });
		const services = servicesWith('SignInAndRegister', broken);
		await startInteraction(services, caller, 'SignIn');
		const answer = await sendCode(services, caller, { identifier: stranger });
		expect(answer).toMatchObject({ ok: false, problem: { code: 'connector.general' } });
	});
});

/** What the pages are told of the code that was asked for last. */
async function told(services: Services) {
	const answer = await readInteraction(services, caller);
	if (!answer.ok) throw new Error(answer.problem.code);
	const record = answer.value.verificationRecords.at(-1);
	return record && 'delivery' in record ? record : undefined;
}

describe('a provider that takes its time', () => {
	const quota = { Code: 'InvalidMailAddress.NotFound' };

	/** Answers when it is told to. */
	function slow(answer: object) {
		const { promise, resolve } = Promise.withResolvers<void>();
		const fetch: typeof globalThis.fetch = async () => {
			await promise;
			return Response.json(answer, { status: 'Code' in answer ? 400 : 200 });
		};
		return { fetch, answerNow: resolve };
	}

	it('is waited for 400 ms at most; what it says later shows on the next page', async () => {
		const { fetch, answerNow } = slow({ EnvId: '600000000000000001' });
		const services = servicesWith('SignInAndRegister', fetch);
		await startInteraction(services, caller, 'SignIn');
		const startedAt = performance.now();
		expect((await sendCode(services, caller, { identifier: stranger })).ok).toBe(true);
		expect(performance.now() - startedAt).toBeGreaterThan(390);
		expect((await told(services))?.delivery).toEqual({ state: 'pending' });
		answerNow();
		expect(await services.background.idle(5_000)).toBe(true);
		expect((await told(services))?.delivery).toEqual({ state: 'accepted' });
	});

	it('may refuse later: the next page says so, and the next try is free at once', async () => {
		const { fetch, answerNow } = slow(quota);
		const services = servicesWith('SignInAndRegister', fetch);
		await startInteraction(services, caller, 'SignIn');
		expect((await sendCode(services, caller, { identifier: stranger })).ok).toBe(true);
		const again = await sendCode(services, caller, { identifier: stranger });
		expect(again).toMatchObject({ problem: { code: 'request.message_rate_limited' } });
		answerNow();
		await services.background.idle(5_000);
		const record = await told(services);
		expect(record?.delivery).toEqual({ state: 'refused', problem: 'connector.general', retryAt: undefined });
		expect(record?.resendAt).toBe(standingAt);
		expect(await sendCode(services, caller, { identifier: stranger })).toMatchObject({
			problem: { code: 'connector.general' }
		});
	});

	it('may never be heard of again: after half a minute nobody knows, and nothing is sent again', async () => {
		let sent = 0;
		const services = servicesWith('SignInAndRegister', () => ((sent += 1), new Promise(() => {})));
		await startInteraction(services, caller, 'SignIn');
		await sendCode(services, caller, { identifier: stranger });
		const later = { ...services, clock: { now: () => standingAt + 30_000 } };
		expect((await told(later))?.delivery).toEqual({ state: 'unknown' });
		expect(sent).toBe(1);
	});
});

describe('what is told of a code where nobody can sign up', () => {
	it('is the same for members and strangers, whatever became of it', async () => {
		const broken: typeof fetch = async () => Response.json({ Code: 'InvalidMailAddress.NotFound' }, { status: 400 });
		const services = servicesWith('SignIn', broken);
		await startInteraction(services, caller, 'SignIn');
		const seen = [];
		for (const identifier of [stranger, member]) {
			expect((await sendCode(services, caller, { identifier })).ok).toBe(true);
			await services.background.idle(5_000);
			const record = await told(services);
			const again = await sendCode(services, caller, { identifier });
			const settled = await services.store.outbox.find([record?.id ?? '']);
			seen.push([record?.delivery, record?.resendAt, again, settled.length]);
		}
		expect(seen[0]).toEqual(seen[1]);
		expect(seen[0]?.[0]).toEqual({ state: 'accepted' });
	});
});

describe('counting a message', () => {
	const settings = { ...defaultSettings, signInMode: 'SignInAndRegister' as const };
	const arrives: typeof fetch = async (url) =>
		Response.json(
			String(url).includes('dysmsapi') ? { Code: 'OK', BizId: '1^0', RequestId: '1' } : { EnvId: '1', RequestId: '1' }
		);

	it.each(channels)('is one statement, whatever the number of counters: by %s', async (channel) => {
		const services = servicesWith('SignInAndRegister', arrives);
		await startInteraction(services, caller, 'SignIn');
		statements.length = 0;
		await sendCode(services, caller, { identifier: byChannel[channel].stranger });
		expect(statements.filter((sql) => sql.includes('send_counter'))).toHaveLength(1);
	});

	it.each(channels)(
		'serves a member where the pool is empty, by the statements that a stranger costs: by %s',
		async (channel) => {
			const { member, stranger, first, other } = byChannel[channel];
			let sent = 0;
			const services = servicesWith('SignInAndRegister', async (...given) => {
				sent += 1;
				return arrives(...given);
			});
			const perInstallation = [{ count: 2, seconds: 600 }];
			services.settings = async () => ({ ...settings, sendPolicy: { ...settings.sendPolicy, perInstallation } });
			services.hasher = { ...services.hasher, leadingZeroBits: () => 32 };
			await startInteraction(services, caller, 'SignIn');
			await sendCode(services, caller, { identifier: first });
			expect(sent).toBe(1);

			const asking = async (identifier: CodeIdentifier) => {
				const wanted = await sendCode(services, caller, { identifier });
				const challenge = wanted.ok ? '' : wanted.problem.data?.challenge;
				await startInteraction(services, caller, 'SignIn', { keepVerifications: true, captchaToken: `${challenge}.0` });
				statements.length = 0;
				const answer = await sendCode(services, caller, { identifier });
				// What goes on after the answer takes its time, and is the same as well.
				await services.background.idle(5_000);
				return { ok: answer.ok, told: await told(services), statements: statements.toSorted() };
			};
			const toStranger = await asking(stranger);
			expect(toStranger.ok).toBe(true);
			expect(sent).toBe(1);
			const toMember = await asking(member);
			expect(toMember.statements).toEqual(toStranger.statements);
			expect(toMember.told?.delivery).toEqual(toStranger.told?.delivery);
			await expect.poll(() => sent).toBe(2);
			// Nobody can tell from what comes after it, either.
			expect((await asking(other)).ok).toBe(true);
			expect(sent).toBe(2);
		}
	);

	it.each(channels)('that is refused leaves no row behind: by %s', async (channel) => {
		const services = servicesWith('SignInAndRegister', arrives);
		services.settings = async () => ({ ...settings, captchaPolicy: { enabled: true } });
		await startInteraction(services, caller, 'SignIn');
		for (const identifier of Object.values(byChannel[channel])) {
			const wanted = await sendCode(services, caller, { identifier });
			expect(wanted).toMatchObject({ problem: { code: 'session.captcha_required' } });
		}
		expect([...(await services.store.budgets.list('send:'))]).toEqual([]);
		const codes = await services.store.budgets.list('codes:');
		expect([...codes.values()].filter((tally) => !isNothing(tally, standingAt))).toEqual([]);
		// Of a country, that is: as many as there are countries.
		expect([...codes.keys()].filter((key) => !key.startsWith('codes:served:'))).toEqual([]);
	});

	it('that no provider takes leaves only what the network had', async () => {
		const services = servicesWith('SignInAndRegister', async () => Response.json({ Code: 'isv.AMOUNT_NOT_ENOUGH' }));
		await startInteraction(services, caller, 'SignIn');
		const { stranger } = byChannel.phone;
		expect((await sendCode(services, caller, { identifier: stranger })).ok).toBe(false);
		expect([...(await services.store.budgets.list('send:')).keys()]).toEqual([expect.stringMatching(/^send:ip:/)]);
	});
});

describe('a message of which nobody knows whether it was sent', () => {
	it('is counted, but not among the codes that should come back: it would pause a country whose provider is down', async () => {
		const services = servicesWith('SignInAndRegister', async () => {
			throw new TypeError('fetch failed', { cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }) });
		});
		await startInteraction(services, caller, 'SignIn');
		const { stranger } = byChannel.phone;
		expect((await sendCode(services, caller, { identifier: stranger })).ok).toBe(true);
		expect(await services.background.idle(5_000)).toBe(true);
		expect((await services.store.budgets.list('send:to:')).size).toBe(1);
		expect((await services.store.budgets.list('send:country:')).size).toBe(1);
		for (const kind of ['prefix', 'country']) {
			const [tally] = (await services.store.budgets.list(`codes:${kind}:`)).values();
			expect(tally?.current, kind).toBe(0);
		}
	});
});

describe('sending a code and guessing at it', () => {
	/** On PostgreSQL each write locks its row until the transaction ends. */
	async function lockedBy(act: () => Promise<unknown>): Promise<string[]> {
		statements.length = 0;
		await act();
		return statements.flatMap((sql) => /^(?:insert into|update) "(secret|interaction)"/.exec(sql)?.[1] ?? []);
	}

	it('lock the rows in one order, so that neither waits for the other', async () => {
		const services = servicesWith('SignIn', () => new Promise(() => {}));
		services.ids = { ...services.ids, code: () => '123456' };
		await startInteraction(services, caller, 'SignIn');
		let verificationId = '';
		const sending = await lockedBy(async () => {
			const sent = await sendCode(services, caller, { identifier: member });
			if (sent.ok) ({ verificationId } = sent.value);
		});
		const guess = { identifier: member, verificationId, code: '123456' };
		const guessing = await lockedBy(async () => expect((await checkCode(services, caller, guess)).ok).toBe(true));
		expect({ sending, guessing }).toEqual({
			sending: ['secret', 'interaction'],
			guessing: ['secret', 'interaction']
		});
	});
});
