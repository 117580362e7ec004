// Several connectors of a kind: who is asked, in which order, and when nobody else may be.
import { describe, expect, it } from 'vitest';
import type { ConnectorRecord, CountryRule, Message } from '../usecases/ports.ts';
import { createMessenger } from './messenger.ts';

type Answer = object | Error;
const accepted = { Code: 'OK', BizId: '402617584525830937^0' };
const broke = { Code: 'isv.AMOUNT_NOT_ENOUGH' };
const overloaded = { Code: 'isv.SMS_SECURITY_INTERCEPTED' };
const refusedConnection = Object.assign(new Error('fetch failed'), { cause: { code: 'ECONNREFUSED' } });
/** Several addresses, and none of them answers: Node names the first one's fault alone. */
const addresses = ['ETIMEDOUT', 'ENETUNREACH'].map((code) =>
	Object.assign(new Error(code), { code, syscall: 'connect' })
);
const noAddress = Object.assign(new Error('fetch failed'), {
	cause: Object.assign(new AggregateError(addresses), { code: 'ETIMEDOUT' })
});
const brokenConnection = Object.assign(new Error('fetch failed'), { cause: { code: 'ECONNRESET' } });
const second = 1000;

const message: Message = {
	to: '+8613800138077',
	country: 'CN',
	type: 'SignIn',
	code: '073519',
	locale: 'en',
	minutes: 5
};

const everywhere = { china: 'SMS_1', overseas: 'SMS_2' };

function recordOf(id: string, countries?: CountryRule, templateCode: object = everywhere): ConnectorRecord {
	const template = [{ usageType: 'Generic', templateCode }];
	const config = { accessKeyId: id, accessKeySecret: 'x', signName: id, templates: template };
	const kind = { connectorId: 'aliyun-short-message-service', carries: 'sms', enabled: true, priority: 0 } as const;
	return { id, ...kind, config, countries, createdAt: 0 };
}

/** Vendors by the signature that they are asked with; an error is one of the way there. */
function setUp(records: ConnectorRecord[], answers: Record<string, Answer>) {
	const asked: { by: string; code: string }[] = [];
	const lines: Record<string, unknown>[] = [];
	const at = { now: 0 };
	const write = (event: string, fields?: Record<string, unknown>) => void lines.push({ event, ...fields });
	const messenger = createMessenger({
		connectors: { list: async () => records },
		log: { info: write, warn: write, error: write },
		now: () => at.now,
		fetch: async (url) => {
			const query = new URL(String(url)).searchParams;
			const by = query.get('SignName') ?? '';
			asked.push({ by, code: query.get('TemplateParam') ?? '' });
			const answer = answers[by] ?? accepted;
			if (answer instanceof Error) throw answer;
			return Response.json(answer);
		}
	});
	return { messenger, asked, lines, at, answers, who: () => asked.map(({ by }) => by) };
}

const both = [recordOf('first'), recordOf('second')];

describe('a message that the first connector provably did not accept', () => {
	it.each([
		['a configuration that the vendor refuses', broke],
		['a refusal of the vendor’s own', overloaded],
		['a country that it does not serve', { Code: 'isv.NOT_SUPPORTED_COUNTRY' }]
	])('goes to the next one, with the same code: %s', async (_, answer) => {
		const { messenger, asked, who } = setUp(both, { first: answer });
		expect(await messenger.send('sms', message)).toMatchObject({ ok: true, sentBy: 'second' });
		expect(who()).toEqual(['first', 'second']);
		expect(new Set(asked.map(({ code }) => code))).toEqual(new Set(['{"code":"073519"}']));
	});

	it.each([
		['refuses the connection', refusedConnection],
		['answers at none of its addresses', noAddress]
	])('goes to the next one when the first %s', async (_, fault) => {
		const { messenger, who } = setUp(both, { first: fault });
		expect(await messenger.send('sms', message)).toMatchObject({ ok: true, sentBy: 'second' });
		expect(who()).toEqual(['first', 'first', 'second']);
	});

	it('leaves a line for each try, which names the connector and not the person', async () => {
		const { messenger, lines } = setUp(both, { first: broke });
		await messenger.send('sms', message);
		expect(lines).toMatchObject([
			{ event: 'message.failed', connector: 'first', reason: 'configuration', recipient: '+86****77' },
			{ event: 'message.accepted', connector: 'second', recipient: '+86****77' }
		]);
	});

	it('is refused when nobody accepts it, for the reason that says most', async () => {
		const { messenger } = setUp(both, { first: { Code: 'isv.NOT_SUPPORTED_COUNTRY' }, second: broke });
		expect(await messenger.send('sms', message)).toMatchObject({
			ok: false,
			reason: 'configuration',
			sentBy: 'second'
		});
	});
});

describe('a message that nobody else is asked to carry', () => {
	it.each([
		['because it may be on its way', brokenConnection, 'unconfirmed'],
		['because the vendor failed inside', { Code: 'isp.SYSTEM_ERROR' }, 'unconfirmed'],
		['because the number had its share', { Code: 'isv.BUSINESS_LIMIT_CONTROL' }, 'rate-limited'],
		['because the number is wrong', { Code: 'isv.MOBILE_NUMBER_ILLEGAL' }, 'number-rejected']
	])('%s', async (_, answer, reason) => {
		const { messenger, who } = setUp(both, { first: answer });
		expect(await messenger.send('sms', message)).toMatchObject({ ok: false, reason, sentBy: 'first' });
		expect(who()).toEqual(['first']);
	});
});

describe('connectors for countries', () => {
	const home = recordOf('home', { only: ['CN'] });
	const abroad = recordOf('abroad', { except: ['CN', 'US'] });
	const german: Message = { ...message, to: '+4915123456789', country: 'DE' };
	const american: Message = { ...message, to: '+14155550123', country: 'US' };

	it('carry what goes there, and nothing else', async () => {
		const { messenger, who } = setUp([home, abroad], {});
		await messenger.send('sms', message);
		await messenger.send('sms', german);
		expect(who()).toEqual(['home', 'abroad']);
	});

	it('are passed over, without an attempt, where they say themselves that they do not reach it', async () => {
		const mainland = recordOf('mainland', undefined, { china: 'SMS_1' });
		const { messenger, who } = setUp([mainland, recordOf('overseas', undefined, { overseas: 'SMS_2' })], {});
		await messenger.send('sms', german);
		await messenger.send('sms', message);
		expect(who()).toEqual(['overseas', 'mainland']);

		const alone = setUp([mainland], {});
		expect(await alone.messenger.whyNot('sms', 'DE')).toMatchObject({ reason: 'country-not-supported' });
		expect(await alone.messenger.send('sms', german)).toMatchObject({ ok: false, reason: 'country-not-supported' });
		expect(alone.who()).toEqual([]);
	});

	it('say whether one of those that serve it binds its codes to the page', async () => {
		const keys = { accessKeyId: 'id', accessKeySecret: 'x' };
		const globe: ConnectorRecord = {
			...recordOf('globe', { only: ['CN', 'GB'] }),
			connectorId: 'aliyun-sms-globe',
			config: keys
		};
		const { messenger } = setUp([home, abroad, globe], {});
		expect(await messenger.bindsCodes('GB')).toBe(true);
		// Mainland China is not reached by free text, whoever allows it, and Germany only by templates.
		for (const country of ['CN', 'DE', 'US', undefined]) expect(await messenger.bindsCodes(country)).toBe(false);
	});

	it('say before anything is sent that nobody serves a country', async () => {
		const { messenger, who } = setUp([home, abroad], {});
		expect(await messenger.whyNot('sms', 'US')).toMatchObject({ reason: 'country-not-supported' });
		expect(await messenger.whyNot('sms', 'DE')).toBeUndefined();
		expect(await messenger.send('sms', american)).toMatchObject({ ok: false, reason: 'country-not-supported' });
		expect(who()).toEqual([]);
	});
});

describe('a connector that keeps failing', () => {
	async function breakFirst(records: ConnectorRecord[], answers: Record<string, Answer>) {
		const set = setUp(records, answers);
		for (let count = 0; count < 5; count++) await set.messenger.send('sms', message);
		set.asked.length = 0;
		return set;
	}

	it('is left out for thirty seconds, then tried with one message', async () => {
		const { messenger, at, answers, who } = await breakFirst(both, { first: broke });
		await messenger.send('sms', message);
		expect(who()).toEqual(['second']);
		answers['first'] = accepted;
		at.now = 30 * second;
		await messenger.send('sms', message);
		await messenger.send('sms', message);
		expect(who()).toEqual(['second', 'first', 'first']);
	});

	it('is one failure less than five: nothing changes', async () => {
		const { messenger, who } = setUp(both, { first: broke });
		for (let count = 0; count < 4; count++) await messenger.send('sms', message);
		await messenger.send('sms', message);
		expect(who().filter((by) => by === 'first')).toHaveLength(5);
	});

	it('is the only one: that is known before anything is sent, with the wait', async () => {
		const { messenger, at, who } = await breakFirst([recordOf('first')], { first: brokenConnection });
		expect(await messenger.whyNot('sms', 'CN')).toEqual({
			ok: false,
			reason: 'provider',
			detail: 'paused',
			retryAfter: 30
		});
		expect(await messenger.send('sms', message)).toMatchObject({ ok: false, detail: 'paused' });
		expect(who()).toEqual([]);
		at.now = 30 * second;
		expect(await messenger.whyNot('sms', 'CN')).toBeUndefined();
	});

	it('says so in the log, once when it is paused and once when it is back', async () => {
		const { messenger, lines, at, answers } = await breakFirst(both, { first: broke });
		answers['first'] = accepted;
		at.now = 30 * second;
		await messenger.send('sms', message);
		const events = lines.map(({ event }) => event).filter((event) => String(event).startsWith('connector.'));
		expect(events).toEqual(['connector.paused', 'connector.resumed']);
	});

	it('is left out for nobody else because of a template that does not work abroad', async () => {
		const { messenger, answers, who } = setUp([recordOf('first')], { first: { Code: 'isv.SMS_TEMPLATE_ILLEGAL' } });
		const abroad = { ...message, to: '+85251000000', country: 'HK' };
		for (let count = 0; count < 6; count++) await messenger.send('sms', abroad);
		expect(who()).toHaveLength(6);
		answers['first'] = accepted;
		expect(await messenger.whyNot('sms', 'CN')).toBeUndefined();
		expect(await messenger.send('sms', message)).toMatchObject({ ok: true });
	});

	it('does not fail because of numbers that are wrong', async () => {
		const { messenger, who } = await breakFirst(both, { first: { Code: 'isv.MOBILE_NUMBER_ILLEGAL' } });
		await messenger.send('sms', message);
		expect(who()).toEqual(['first']);
	});
});
