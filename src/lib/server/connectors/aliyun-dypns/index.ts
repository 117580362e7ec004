// Aliyun's SMS verification service (Dypnsapi SendSmsVerifyCode, 2017-05-25): our code in a signature of Aliyun's.
import type { Message } from '../../usecases/ports.ts';
import { keySourceOf } from '../aliyun/credentials.ts';
import { deliver, type Answer, type Product } from '../aliyun/deliver.ts';
import { formatNumber, isMainland } from '../aliyun/number.ts';
import type { MessageConnector } from '../connector.ts';
import { hintFor } from '../faults.ts';
import { aliyunDypnsConfig, type AliyunDypnsConfig } from './config.ts';
import { dypnsFaults } from './errors.ts';

const defaultEndpoint = 'https://dypnsapi.aliyuncs.com';

const product: Product = {
	faults: dypnsFaults,
	isAccepted: (answer) => answer['Code'] === 'OK',
	readId: (answer) => (answer['Model'] as Answer | undefined)?.['BizId'],
	retryAfter: () => 60
};

export const aliyunDypns: MessageConnector<AliyunDypnsConfig> = {
	id: 'aliyun-sms-verification',
	alias: 'aliyun-dypns',
	name: 'Aliyun SMS verification service',
	carries: 'sms',
	config: aliyunDypnsConfig,
	serves: (country) => isMainland({ country }),

	async send(message, config, fetch) {
		if (!isMainland(message)) return { ok: false, reason: 'country-not-supported', detail: 'not-mainland' };
		const template = chooseTemplate(message, config);
		if (!template) return { ok: false, reason: 'template-not-found', detail: 'no-template' };
		const values = { code: message.code, min: String(message.minutes) };
		const call = {
			endpoint: config.endpoint ?? defaultEndpoint,
			action: 'SendSmsVerifyCode',
			version: '2017-05-25',
			keys: keySourceOf(config),
			query: {
				PhoneNumber: formatNumber(message),
				CountryCode: '86',
				SignName: config.signName,
				TemplateCode: template.templateCode,
				// A value of our own: the service then cannot verify it, which stays with us.
				TemplateParam: JSON.stringify(Object.fromEntries(template.variables.map((name) => [name, values[name]]))),
				ValidTime: String(message.minutes * 60)
			}
		};
		return deliver(call, product, fetch);
	},

	hint: (detail) => ownHints[detail] ?? hintFor(dypnsFaults, detail)
};

const ownHints: Record<string, string> = {
	'no-template': 'No template for this use and none for Generic. Add one under `templates`.',
	'not-mainland': 'This service reaches mainland China only. Add a connector that serves other countries.'
};

function chooseTemplate({ type }: Message, { templates }: AliyunDypnsConfig) {
	const ofType = (wanted: string) => templates.find(({ usageType }) => usageType === wanted);
	return ofType(type) ?? ofType('Generic');
}
