// SingleSendMail: checks sender, recipients and content, and puts the mail into the inbox.
import { randomInt } from 'node:crypto';
import { isSenderDomain } from '../catalog.ts';
import type { Action } from '../gateway/action.ts';
import { gatewayProblem, type Problem } from '../gateway/problem.ts';
import type { Inbox } from '../inbox/store.ts';
import type { Schedule } from '../schedule.ts';
import { findCode, toPlainText } from './mail-text.ts';

export type MailParts = { inbox: Inbox; schedule: Schedule };

const addressForm = /^[^\s@,<>]{1,64}@[^\s@,<>]{1,255}$/;

export function createSingleSendMail(parts: MailParts): Action {
	return {
		product: 'Dm',
		version: '2015-11-23',
		name: 'SingleSendMail',
		isSend: true,
		required: ['AccountName', 'AddressType', 'ReplyToAddress', 'ToAddress', 'Subject'],
		prepare(parameters) {
			const refusal = checkMail(parameters);
			if (refusal) return refusal;
			const recipients = (parameters.get('ToAddress') ?? '').split(',').map((address) => address.toLowerCase());
			return {
				recipients,
				run(delivery) {
					if (delivery.arrives) {
						for (const to of recipients) {
							parts.schedule(delivery.afterMs, () => deliver(parts.inbox, parameters, to), to);
						}
					}
					return { EnvId: `${randomInt(1e8, 1e9)}${randomInt(100, 1000)}` };
				}
			};
		}
	};
}

function checkMail(parameters: ReadonlyMap<string, string>): Problem | undefined {
	const read = (name: string) => parameters.get(name) ?? '';
	const invalid = (name: string) => gatewayProblem(`Invalid${name}`, { message: `The specified ${name} is invalid.` });
	const sender = read('AccountName');
	if (!addressForm.test(sender) || !isSenderDomain(sender.split('@')[1] ?? '')) {
		return gatewayProblem('InvalidMailAddress.NotFound');
	}
	if (!['0', '1'].includes(read('AddressType'))) return invalid('AddressType');
	if (!['true', 'false'].includes(read('ReplyToAddress'))) return invalid('ReplyToAddress');
	const recipients = read('ToAddress').split(',');
	if (recipients.length > 100 || !recipients.every((address) => addressForm.test(address))) {
		return gatewayProblem('InvalidToAddress');
	}
	if (read('Subject').length > 256 || /[\r\n]/.test(read('Subject'))) return gatewayProblem('InvalidSubject.Malformed');
	if (!read('HtmlBody') && !read('TextBody')) return gatewayProblem('InvalidBody');
	if (read('FromAlias').length >= 15) return gatewayProblem('InvalidFromAlias.Malformed');
	return undefined;
}

function deliver(inbox: Inbox, parameters: ReadonlyMap<string, string>, to: string): void {
	const html = parameters.get('HtmlBody') || undefined;
	const text = parameters.get('TextBody') || toPlainText(html ?? '');
	const subject = parameters.get('Subject') ?? '';
	const sender = parameters.get('AccountName') ?? '';
	const alias = parameters.get('FromAlias');
	inbox.add({
		channel: 'email',
		to,
		from: alias ? `${alias} <${sender}>` : sender,
		subject,
		text,
		...(html ? { html } : {}),
		code: findCode(text) || findCode(subject)
	});
}
