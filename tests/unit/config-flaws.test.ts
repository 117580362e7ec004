// Whatever the API says of a connector's configuration, the Chinese console has it in Chinese.
import { describe, expect, it } from 'vitest';
import { flawsOf } from '../../src/lib/console/flaw.ts';
import { configFlaws } from '../../src/lib/console/words/zh-CN/config-flaws.ts';
import { parseConnectorConfig } from '../../src/lib/server/connectors/parse-config.ts';

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
