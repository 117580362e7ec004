// Whatever the API says by a name or in English, the console has it in the reader's words.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { flawsOf } from '../../src/lib/console/flaw.ts';
import { logName } from '../../src/lib/console/log-name.ts';
import { logs as englishLogs, webhooks as english } from '../../src/lib/console/words/en/operations.ts';
import { configFlaws } from '../../src/lib/console/words/zh-CN/config-flaws.ts';
import { connectorHints } from '../../src/lib/console/words/zh-CN/connector-hints.ts';
import { logs as chineseLogs, webhooks as chinese } from '../../src/lib/console/words/zh-CN/operations.ts';
import { factorType } from '../../src/lib/contract/factors.ts';
import { gatewayFaults } from '../../src/lib/server/connectors/aliyun/faults.ts';
import { mailFaults } from '../../src/lib/server/connectors/aliyun-dm/errors.ts';
import { dypnsFaults } from '../../src/lib/server/connectors/aliyun-dypns/errors.ts';
import { globeFaults } from '../../src/lib/server/connectors/aliyun-globe/errors.ts';
import { smsFaults } from '../../src/lib/server/connectors/aliyun-sms/errors.ts';
import { connectorCatalogue } from '../../src/lib/server/connectors/catalogue.ts';
import { hintFor, wayFaults } from '../../src/lib/server/connectors/faults.ts';
import { httpFaults } from '../../src/lib/server/connectors/http/errors.ts';
import { parseConnectorConfig } from '../../src/lib/server/connectors/parse-config.ts';
import { sendTestMessage } from '../../src/lib/server/connectors/send-test-message.ts';
import { smtpFaults } from '../../src/lib/server/connectors/smtp/errors.ts';
import type { DeliveryError } from '../../src/lib/server/usecases/ports.ts';

const keys = { accessKeyId: 'id', accessKeySecret: 'secret' };
const usage = { usageType: 'Generic' };

const wrong: [connector: string, config: object][] = [
	['aliyun-sms', {}],
	[
		'aliyun-sms',
		{ ...keys, signName: '【Foyer】', templates: [], endpoint: 'http://8.8.8.8', credentials: 'x', more: 1 }
	],
	['aliyun-sms', { ...keys, signName: '', templates: [{ ...usage, templateCode: 7 }], endpoint: 'x/y' }],
	['aliyun-dypns', { ...keys, signName: 'Foyer', templates: [{ ...usage, templateCode: 'T', variables: ['x'] }] }],
	['aliyun-globe', { ...keys, from: '!', templates: [{ ...usage, text: 'Hello' }] }],
	['aliyun-dm', { ...keys, accountName: 'nobody', fromAlias: 'x'.repeat(15), regionId: 'moon' }],
	['http-sms', { endpoint: 'x', secret: 'short', authorization: 'a\nb' }],
	['http-sms', { endpoint: 'http://8.8.8.8', secret: 's'.repeat(32) }],
	['http-sms', { endpoint: 'https://10.0.0.1', secret: 's'.repeat(32) }],
	['smtp', { host: 'https://x', port: 0.5, fromEmail: 'nobody' }],
	['smtp', { host: 'mail.example', port: 70_000, fromEmail: 'a@b.example', ignoreTLS: true }],
	['smtp', { host: 'mail.example', fromEmail: 'a@b.example', ignoreTLS: true }],
	['smtp', { host: 'smtpdm.aliyun.com', fromEmail: 'a@b.example' }]
];

describe.each(wrong)('%s with %j', (connector, config) => {
	it('is refused in Chinese alone', () => {
		const parsed = parseConnectorConfig(connector, config);
		const issues = parsed.ok ? [] : parsed.flaws;
		const said = flawsOf({ status: 400, code: 'connector.invalid_config', message: '', data: { issues } }, configFlaws);
		expect(Object.keys(said)).not.toEqual([]);
		for (const sentence of Object.values(said)) expect(Object.values(configFlaws)).toContain(sentence);
	});
});

describe('what to do about a test that failed', () => {
	it('is said in Chinese for every fault that a connector knows, and for those it does not', async () => {
		const catalogues = [
			wayFaults,
			gatewayFaults,
			smsFaults,
			mailFaults,
			dypnsFaults,
			globeFaults,
			httpFaults,
			smtpFaults
		];
		const known = catalogues.flatMap((faults) => Object.values(faults).map(({ hint }) => hint));
		const config = { ...keys, signName: 'Foyer', templates: [{ ...usage, templateCode: 'SMS_1' }] };
		const nobody = await sendTestMessage('aliyun-sms', config, 'nobody');
		const said = new Set([...known, hintFor({}, 'isv.NEW'), nobody.ok ? '' : (nobody.hint ?? '')]);
		expect(Object.keys(connectorHints).sort()).toEqual([...said].sort());
		for (const sentence of Object.values(connectorHints)) expect(sentence).toMatch(/\p{Script=Han}/u);
	});
});

it('says in words what came of a webhook that was not delivered', () => {
	const errors: Record<DeliveryError, true> = {
		'not-allowed': true,
		timeout: true,
		unreachable: true,
		answered: true,
		'hook-gone': true
	};
	for (const said of [english.errors, chinese.errors]) expect(Object.keys(said)).toEqual(Object.keys(errors));
});

it('says in words what a log tells of', () => {
	const folder = 'src/lib/server/usecases';
	const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
	const text = sources.map((file) => readFileSync(`${folder}/${file}`, 'utf8')).join('\n');
	const kinds = text.match(/\b(Interaction|Management|Operator|Account)\.[\w.${}]+/g) ?? [];
	const parts = kinds.flatMap((kind) => kind.replaceAll(/\$\{[^}]*\}?\w*/g, '').split('.'));
	const varying = [...factorType.options, 'PhoneVerificationCode', 'EmailVerificationCode', 'Create', 'Bind'];
	const unsaid = [...new Set([...parts, ...varying])].filter((part) => logName(part, { parts: {} }) !== '');
	expect(logName('Management.Hook.Create', englishLogs)).toBe('Webhook · Created');
	expect(logName('Interaction.SignIn.Mfa.Totp.Create', chineseLogs)).toBe('登录 · 两步验证 · 验证器应用 · 发起');
	for (const { parts: said } of [englishLogs, chineseLogs])
		expect(unsaid.filter((part) => !Object.hasOwn(said, part))).toEqual([]);
});

it('calls every connector by a name and a description in both languages', () => {
	for (const { id, name, description } of connectorCatalogue.factories) {
		expect(description['zh-CN'], id).toMatch(/\p{Script=Han}/u);
		expect(description.en, id).not.toBe(name.en);
	}
});
