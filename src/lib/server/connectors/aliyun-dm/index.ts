// Aliyun DirectMail (SingleSendMail, 2015-11-23): one code to one address.
import type { Delivery, Message } from '../../usecases/ports.ts';
import type { MessageConnector } from '../connector.ts';
import { deliver, type Product } from '../aliyun/deliver.ts';
import { keySourceOf } from '../aliyun/credentials.ts';
import { hintFor } from '../faults.ts';
import { aliyunDmConfig, regionEndpoints, type AliyunDmConfig } from './config.ts';
import { mailFaults } from './errors.ts';
import { findReceipt } from './find-receipt.ts';
import { fillTemplate, writeMail, writeNotice, type Mail } from '../mail/mail.ts';

/** Success carries no Code here, only the id of the mail. */
const product: Product = {
	faults: mailFaults,
	isAccepted: (answer) => answer['Code'] === undefined && typeof answer['EnvId'] === 'string',
	readId: (answer) => answer['EnvId']
};

export const aliyunDm: MessageConnector<AliyunDmConfig> = {
	id: 'aliyun-direct-mail',
	alias: 'aliyun-dm',
	name: 'Aliyun DirectMail',
	carries: 'email',
	config: aliyunDmConfig,

	send: (message, config, fetch) => sendMail(message.to, composeMail(message, config), config, fetch),
	notify: (notice, config, fetch) => sendMail(notice.to, writeNotice(notice), config, fetch),

	async findReceipt({ vendorId, message, sentAt }, config, fetch) {
		if (!config.pollReceipts) return undefined;
		return findReceipt({ vendorId, to: message.to, sentAt, endpoint: endpointOf(config) }, config, fetch);
	},

	hint: (detail) => hintFor(mailFaults, detail)
};

const endpointOf = ({ endpoint, regionId = 'cn-hangzhou' }: AliyunDmConfig) => endpoint ?? regionEndpoints[regionId];

function sendMail(to: string, mail: Mail, config: AliyunDmConfig, fetch: typeof globalThis.fetch): Promise<Delivery> {
	const call = {
		endpoint: endpointOf(config),
		action: 'SingleSendMail',
		version: '2015-11-23',
		keys: keySourceOf(config),
		form: {
			AccountName: config.accountName,
			AddressType: '1',
			ReplyToAddress: 'false',
			ToAddress: to,
			Subject: mail.subject,
			HtmlBody: mail.html,
			...(mail.text && { TextBody: mail.text }),
			...(config.fromAlias && { FromAlias: config.fromAlias }),
			// Rewritten links and a tracking pixel have no place in a mail about signing in.
			ClickTrace: '0'
		}
	};
	return deliver(call, product, fetch);
}

function composeMail(message: Message, { templates }: AliyunDmConfig): Mail {
	const ofType = (type: string) => templates.find(({ usageType }) => usageType === type);
	const template = ofType(message.type) ?? ofType('Generic');
	return template ? fillTemplate(template, message) : writeMail(message);
}
