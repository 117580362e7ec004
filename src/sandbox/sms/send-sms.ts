// SendSms: checks the template, the numbers and the frequency, and puts the text into the inbox.
import { randomInt } from 'node:crypto';
import type { Catalog, Template } from '../catalog.ts';
import { isProblem, type Action, type Delivery } from '../gateway/action.ts';
import { problem, type Problem } from '../gateway/problem.ts';
import type { Inbox } from '../inbox/store.ts';
import type { Frequency } from './frequency.ts';
import { parsePhoneNumber, type PhoneNumber } from './number.ts';
import { follow, type Following } from './receipts.ts';
import { countSegments, fillTemplate, findTemplate, type Text } from './template.ts';

export type SmsParts = Following & {
	catalog: Catalog;
	inbox: Inbox;
	frequency: Frequency;
};

type Send = { signName: string; template: Template; outId: string; text: Text; numbers: PhoneNumber[] };

export function createSendSms(parts: SmsParts): Action {
	return {
		product: 'Dysmsapi',
		version: '2017-05-25',
		name: 'SendSms',
		isSend: true,
		required: ['PhoneNumbers', 'SignName', 'TemplateCode'],
		prepare(parameters) {
			const send = readSend(parts.catalog, parameters);
			if (isProblem(send)) return send;
			return {
				recipients: send.numbers.map((number) => number.digits),
				run: (delivery) => runSend(parts, send, delivery)
			};
		}
	};
}

function readSend(catalog: Catalog, parameters: ReadonlyMap<string, string>): Send | Problem {
	const read = (name: string) => parameters.get(name) ?? '';
	const template = findTemplate(catalog, read('SignName'), read('TemplateCode'));
	if (isProblem(template)) return template;
	const text = fillTemplate(template, read('SignName'), read('TemplateParam'));
	if (isProblem(text)) return text;
	const numbers = readNumbers(read('PhoneNumbers'), template);
	if (isProblem(numbers)) return numbers;
	return { signName: read('SignName'), template, outId: read('OutId'), text, numbers };
}

function readNumbers(list: string, template: Template): PhoneNumber[] | Problem {
	const inputs = list.split(',');
	if (inputs.length > 1000) return problem('isv.MOBILE_COUNT_OVER_LIMIT');
	const numbers: PhoneNumber[] = [];
	for (const input of inputs) {
		const number = parsePhoneNumber(input, template.region);
		if (number?.region === 'mainland' && template.region === 'overseas') {
			return problem('isv.DOMESTIC_NUMBER_NOT_SUPPORTED');
		}
		// The real answer names the number, so a caller that logs it leaks it: so does ours.
		if (number?.region !== template.region) {
			return problem('isv.MOBILE_NUMBER_ILLEGAL', { message: `${input}invalid mobile number` });
		}
		numbers.push(number);
	}
	return numbers;
}

function runSend(parts: SmsParts, send: Send, delivery: Delivery) {
	const sentAt = parts.now();
	const limited = send.numbers.filter((number) => number.region === 'mainland').map((number) => number.digits);
	const refusal = parts.frequency.check(send.signName, limited, sentAt);
	if (refusal) return refusal;
	parts.frequency.count(send.signName, limited, sentAt);

	const bizId = `${randomInt(1e8, 1e9)}${randomInt(1e8, 1e9)}^0`;
	for (const number of send.numbers) {
		const sent = {
			bizId,
			digits: number.digits,
			templateCode: send.template.code,
			outId: send.outId,
			content: send.text.text,
			sentAt
		};
		follow(parts, sent, delivery, () => arrive(parts.inbox, send, number));
	}
	return { Message: 'OK', BizId: bizId, Code: 'OK' };
}

function arrive(inbox: Inbox, send: Send, number: PhoneNumber): void {
	inbox.add({
		channel: 'sms',
		to: `+${number.digits}`,
		...send.text,
		signName: send.signName,
		templateCode: send.template.code,
		segments: countSegments(send.text.text)
	});
}
