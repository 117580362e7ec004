// Messages as signed JSON to an address of your own, for whatever Foyer has no connector for.
import { randomUUID } from 'node:crypto';
import type { Delivery, Message, Notice } from '../../usecases/ports.ts';
import type { MessageConnector } from '../connector.ts';
import { hintFor } from '../faults.ts';
import { writeMail, writeNotice } from '../mail/mail.ts';
import { httpConfig, type HttpConfig } from './config.ts';
import { httpFaults, parseObject, refusalIn, retryAfterOf } from './errors.ts';
import { postJson } from './post.ts';
import { signBody } from './sign.ts';

const hint = (detail: string) => hintFor(httpFaults, detail);

export const httpSms: MessageConnector<HttpConfig> = {
	id: 'http-sms',
	alias: 'http-sms',
	name: 'HTTP (text messages)',
	carries: 'sms',
	config: httpConfig,
	send: (message, config) => post({ channel: 'sms', ...describe(message) }, config),
	hint
};

export const httpMail: MessageConnector<HttpConfig> = {
	id: 'http-email',
	alias: 'http-email',
	name: 'HTTP (mail)',
	carries: 'email',
	config: httpConfig,
	send: (message, config) => post({ channel: 'email', ...describe(message), mail: writeMail(message) }, config),
	notify: (notice, config) => post({ channel: 'email', ...describeNotice(notice), mail: writeNotice(notice) }, config),
	hint
};

/** Recipient, use and payload stand where Logto's HTTP connectors have them. */
function describe({ to, type, ...payload }: Message) {
	return { to, type, payload };
}

function describeNotice({ to, ...payload }: Notice) {
	return { to, type: 'Notice', payload };
}

async function post(content: Record<string, unknown>, config: HttpConfig): Promise<Delivery> {
	const id = randomUUID();
	const body = JSON.stringify({ id, ...content });
	const headers = {
		'foyer-signature': signBody(config.secret, body, Date.now()),
		...(config.authorization && { authorization: config.authorization })
	};
	const reply = await postJson(config.endpoint, headers, body);
	const refusal = refusalIn(reply);
	if (!refusal) return { ok: true, vendorId: readId(reply.fault === undefined ? reply.body : '') ?? id };
	const { code, fault } = refusal;
	const retryAfter = fault.reason === 'rate-limited' ? retryAfterOf(reply) : undefined;
	return { ok: false, reason: fault.reason, detail: code, ...(retryAfter && { retryAfter }) };
}

/** It ends up in the log: too short or too plain, and it could be a number or a code. */
function readId(body: string): string | undefined {
	const id = parseObject(body)?.['id'];
	return typeof id === 'string' && /^(?=.*[a-z])[\w-]{16,64}$/i.test(id) ? id : undefined;
}
