// Aliyun's international SMS (SendMessageToGlobe, 2018-05-01): free text, so its last line can bind the code to our page.
import { keySourceOf } from '../aliyun/credentials.ts';
import { deliver, type Product } from '../aliyun/deliver.ts';
import { formatNumber, isMainland } from '../aliyun/number.ts';
import { secondsOfFullWindow } from '../aliyun-sms/errors.ts';
import type { MessageConnector } from '../connector.ts';
import { hintFor } from '../faults.ts';
import { aliyunGlobeConfig, type AliyunGlobeConfig } from './config.ts';
import { globeFaults } from './errors.ts';
import { writeText } from './text.ts';

const defaultEndpoint = 'https://dysmsapi.ap-southeast-1.aliyuncs.com';

const product: Product = {
	faults: globeFaults,
	codeField: 'ResponseCode',
	isAccepted: (answer) => answer['ResponseCode'] === 'OK',
	readId: (answer) => answer['MessageId'],
	retryAfter: (answer) => secondsOfFullWindow(answer['ResponseDescription'])
};

export const aliyunGlobe: MessageConnector<AliyunGlobeConfig> = {
	id: 'aliyun-sms-globe',
	alias: 'aliyun-globe',
	name: 'Aliyun international SMS',
	carries: 'sms',
	config: aliyunGlobeConfig,
	originBound: true,
	serves: (country) => !isMainland({ country }),

	async send(message, config, fetch) {
		if (isMainland(message)) return { ok: false, reason: 'country-not-supported', detail: 'mainland-number' };
		const call = {
			endpoint: config.endpoint ?? defaultEndpoint,
			action: 'SendMessageToGlobe',
			version: '2018-05-01',
			keys: keySourceOf(config),
			query: {
				To: formatNumber(message),
				Message: writeText(message, config),
				...(config.from && { From: config.from })
			}
		};
		return deliver(call, product, fetch);
	},

	hint: (detail) => ownHints[detail] ?? hintFor(globeFaults, detail)
};

const ownHints: Record<string, string> = {
	'mainland-number': 'This product does not reach mainland China. Add a connector that serves it, such as aliyun-sms.'
};
