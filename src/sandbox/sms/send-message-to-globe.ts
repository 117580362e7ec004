// SendMessageToGlobe: free text to numbers outside mainland China, in the envelope of the international product.
import { randomInt } from 'node:crypto';
import type { Action } from '../gateway/action.ts';
import { problem } from '../gateway/problem.ts';
import { findCode } from '../mail/mail-text.ts';
import { parsePhoneNumber } from './number.ts';
import { follow, type Following } from './receipts.ts';
import type { SmsParts } from './send-sms.ts';
import { countSegments } from './template.ts';

export function createSendMessageToGlobe(parts: Following & Pick<SmsParts, 'inbox'>): Action {
	return {
		product: 'Globe',
		version: '2018-05-01',
		name: 'SendMessageToGlobe',
		isSend: true,
		required: ['To', 'Message'],
		prepare(parameters) {
			const number = parsePhoneNumber(parameters.get('To') ?? '', 'overseas');
			if (number?.region === 'mainland') return problem('isv.DOMESTIC_NUMBER_NOT_SUPPORTED');
			if (!number) return problem('isv.MOBILE_NUMBER_ILLEGAL', { message: 'invalid mobile number' });
			const sender = parameters.get('From') ?? '';
			if (!/^(?:[\dA-Za-z]{0,11}|\d{1,15})$/.test(sender)) return problem('isv.INVALID_SENDERID');
			const text = parameters.get('Message') ?? '';
			const { digits } = number;
			const segments = countParts(text);
			return {
				recipients: [digits],
				run(delivery) {
					const messageId = `${randomInt(1e8, 1e9)}${randomInt(1e8, 1e9)}`;
					const sent = { bizId: messageId, digits, templateCode: '', outId: '', content: text, sentAt: parts.now() };
					follow(parts, { ...sent, isAbroad: true }, delivery, () =>
						parts.inbox.add({ channel: 'sms', to: `+${digits}`, code: findCode(text), text, segments })
					);
					return {
						ResponseCode: 'OK',
						ResponseDescription: 'OK',
						MessageId: messageId,
						Segments: String(segments),
						To: digits
					};
				}
			};
		}
	};
}

/** Plain characters fit 160 into a message, and 153 into each of several; all others as few as in China. */
function countParts(text: string): number {
	if (!/^[\n\x20-\x7e]*$/.test(text)) return countSegments(text);
	return text.length <= 160 ? 1 : Math.ceil(text.length / 153);
}
