// Aliyun SMS (Dysmsapi SendSms, 2017-05-25): one code to one number.
import type { Message } from '../../usecases/ports.ts';
import type { MessageConnector } from '../connector.ts';
import { deliver, type Product } from '../aliyun/deliver.ts';
import { keySourceOf } from '../aliyun/credentials.ts';
import { formatNumber, isMainland } from '../aliyun/number.ts';
import { hintFor } from '../faults.ts';
import { aliyunSmsConfig, type AliyunSmsConfig } from './config.ts';
import { secondsOfFullWindow, smsFaults } from './errors.ts';
import { findReceipt } from './find-receipt.ts';

const defaultEndpoint = 'https://dysmsapi.aliyuncs.com';

const product: Product = {
	faults: smsFaults,
	isAccepted: (answer) => answer['Code'] === 'OK',
	readId: (answer) => answer['BizId'],
	retryAfter: (answer) => secondsOfFullWindow(answer['Message'])
};

export const aliyunSms: MessageConnector<AliyunSmsConfig> = {
	id: 'aliyun-short-message-service',
	alias: 'aliyun-sms',
	name: 'Aliyun SMS',
	carries: 'sms',
	config: aliyunSmsConfig,
	serves: (country, { templates }) => templates.some((template) => codeFor(template, isMainland({ country }))),

	async send(message, config, fetch) {
		const template = chooseTemplate(message, config);
		if (!template.ok) return template;
		const parameters = {
			PhoneNumbers: formatNumber(message),
			SignName: config.signName,
			TemplateCode: template.code,
			// Nothing but the code: a verification template refuses any other value.
			TemplateParam: JSON.stringify({ code: message.code })
		};
		const call = {
			endpoint: config.endpoint ?? defaultEndpoint,
			action: 'SendSms',
			version: '2017-05-25',
			keys: keySourceOf(config),
			...(config.paramsInBody ? { form: parameters } : { query: parameters })
		};
		return deliver(call, product, fetch);
	},

	async findReceipt(sent, config, fetch) {
		if (!config.pollReceipts) return undefined;
		return findReceipt({ ...sent, endpoint: config.endpoint ?? defaultEndpoint }, config, fetch);
	},

	hint: (detail) => ownHints[detail] ?? hintFor(smsFaults, detail)
};

const ownHints: Record<string, string> = {
	'no-template': 'No template for this use and none for Generic. Add one under `templates`.',
	'no-region-template': 'The template has no code for this region. Set `templateCode.china` or `templateCode.overseas`.'
};

function chooseTemplate(message: Message, { templates }: AliyunSmsConfig) {
	const ofType = (type: string) => templates.find(({ usageType }) => usageType === type);
	const found = ofType(message.type) ?? ofType('Generic');
	if (!found) return { ok: false, reason: 'template-not-found', detail: 'no-template' } as const;
	const code = codeFor(found, isMainland(message));
	if (!code) return { ok: false, reason: 'country-not-supported', detail: 'no-region-template' } as const;
	return { ok: true, code } as const;
}

type Template = AliyunSmsConfig['templates'][number];

function codeFor({ templateCode }: Template, mainland: boolean): string | undefined {
	if (typeof templateCode === 'string') return templateCode;
	return mainland ? templateCode.china : templateCode.overseas;
}
