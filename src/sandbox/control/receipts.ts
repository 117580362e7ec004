// `/_sandbox/receipts`: where receipts are pushed, and how they end.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readJson, sendJson } from '../http/exchange.ts';
import type { ReceiptPush, ReceiptTarget } from '../sms/receipt-push.ts';

/** `{ url, outcome?, namespace? }` */
export async function setTarget(push: ReceiptPush, request: IncomingMessage, response: ServerResponse): Promise<void> {
	const target = ((await readJson(request)) ?? {}) as ReceiptTarget;
	const flaw = findFlaw(target);
	if (flaw) return sendJson(response, 400, { error: flaw });
	const { url, outcome, namespace } = target;
	push.setTarget({ url, outcome, namespace });
	sendJson(response, 201, { url, outcome, namespace });
}

function findFlaw({ url, outcome, namespace }: ReceiptTarget): string | undefined {
	const address = typeof url === 'string' ? URL.parse(url) : null;
	const isHere = address && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(address.hostname);
	if (!address || !/^https?:$/.test(address.protocol) || !isHere) {
		return 'url must be http on this machine: what the sandbox knows never leaves it.';
	}
	if (outcome !== undefined && !/^[A-Z0-9_]{1,64}$/.test(String(outcome))) {
		return 'outcome must be DELIVERED or a code of Aliyun, for instance MOBILE_IN_BLACK.';
	}
	return namespace !== undefined && typeof namespace !== 'string' ? 'namespace must be a string.' : undefined;
}
