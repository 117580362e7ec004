// The Aliyun sandbox: a local stand-in for Aliyun's SMS and mail endpoints, with an inbox for what was sent.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { recordCall } from './calls/record.ts';
import { createCalls, type Calls } from './calls/store.ts';
import { createClock } from './clock.ts';
import { createCatalog, type Credentials } from './catalog.ts';
import { handleControl, type Control } from './control.ts';
import { createFaults } from './faults.ts';
import { answerProblem } from './gateway/answer.ts';
import { handleCall, type Gateway } from './gateway/handle-call.ts';
import { createNonces } from './gateway/nonces.ts';
import { gatewayProblem } from './gateway/problem.ts';
import { drip, hasLoopbackHost, readBody, send, sendJson } from './http/exchange.ts';
import { createInbox } from './inbox/store.ts';
import { createSenderStatistics, createSentMails } from './mail/sender-statistics.ts';
import { createSingleSendMail } from './mail/single-send-mail.ts';
import { createNamespaces } from './namespaces.ts';
import { isPagePath, servePage } from './page/serve.ts';
import { createSchedule } from './schedule.ts';
import type { SmtpSide } from './smtp/smtp.ts';
import { aliyunLimits, createFrequency, type Limits } from './sms/frequency.ts';
import { createQuerySendDetails } from './sms/query-send-details.ts';
import { createReceiptPush } from './sms/receipt-push.ts';
import { createReceipts } from './sms/receipts.ts';
import { createSendMessageToGlobe } from './sms/send-message-to-globe.ts';
import { createSendSmsVerifyCode } from './sms/send-sms-verify-code.ts';
import { createSendSms } from './sms/send-sms.ts';

export type SandboxOptions = {
	/** 0 takes any free port. */
	port: number;
	host?: '127.0.0.1';
	/** What the sandbox takes for the time, in epoch milliseconds. */
	now?: () => number;
	credentials?: Partial<Credentials>;
	/** Raised by name where a test sends more than Aliyun allows; `Infinity` switches a limit off. */
	limits?: Partial<Limits>;
	/** Opens the SMTP side as well; 0 takes any free port. */
	smtpPort?: number;
};

export type Sandbox = {
	url: string;
	port: number;
	/** When it was asked for. */
	smtpPort?: number;
	credentials: Credentials;
	close(): Promise<void>;
};

/** How far a request's stamp may be from the sandbox's time. */
const skewMs = 15 * 60_000;

export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
	// Its key is public, and what it takes for sent reaches nobody.
	if (process.env['NODE_ENV'] === 'production')
		throw new Error('it is for tests and demos, and NODE_ENV is production');
	const { host = '127.0.0.1', now = Date.now } = options;
	const catalog = createCatalog(options.credentials);
	const { credentials } = catalog;
	const namespaces = createNamespaces();
	const clock = createClock(now, namespaces.of);
	const calls = createCalls();
	const inbox = createInbox({ now, namespaceOf: namespaces.of, callNow: calls.current });
	const receipts = createReceipts();
	const sentMails = createSentMails();
	const frequency = createFrequency({ ...aliyunLimits, ...options.limits }, clock.shiftOf);
	const faults = createFaults(namespaces.of);
	const { schedule, wait, stop } = createSchedule(clock);
	const receiptPush = createReceiptPush(schedule, namespaces.of);

	const gateway: Gateway = {
		actions: [
			createSendSms({ catalog, inbox, receipts, frequency, schedule, now, settled: receiptPush.settled }),
			createSendSmsVerifyCode({ inbox, receipts, frequency, schedule, now, settled: receiptPush.settled }),
			createSendMessageToGlobe({ inbox, receipts, schedule, now, settled: receiptPush.settled }),
			createQuerySendDetails({ receipts, now }),
			createSingleSendMail({ inbox, schedule, sentMails, timeOf: (to) => now() + clock.shiftOf(to) }),
			createSenderStatistics(sentMails)
		],
		gate: {
			findSecret: (id) => (id === credentials.accessKeyId ? credentials.accessKeySecret : undefined),
			nonces: createNonces(skewMs),
			now,
			skewMs
		},
		faults,
		namespaces,
		wait
	};
	const control: Control = {
		catalog,
		inbox,
		faults,
		clock,
		namespaces,
		calls,
		receiptPush,
		now,
		reset(namespace) {
			const isTheirs = namespace === undefined ? undefined : (to: string) => namespaces.of(to) === namespace;
			inbox.clear({ namespace });
			receipts.clear(isTheirs);
			sentMails.clear(isTheirs);
			frequency.clear(isTheirs);
			faults.clear(namespace);
			receiptPush.clear(namespace);
			if (namespace === undefined) calls.clear();
			clock.reset(namespace);
		}
	};

	const server = createServer((request, response) => {
		// The gateway's time, which a client may use to correct its own.
		response.setHeader('date', new Date(now()).toUTCString());
		route({ gateway, calls, control }, request, response).catch((error: unknown) => {
			console.error(error);
			response.destroy();
		});
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(options.port, host, resolve);
	});
	const { port } = server.address() as AddressInfo;
	const closeHttp = () => {
		const closed = new Promise<void>((resolve) => server.close(() => resolve()));
		server.closeAllConnections();
		return closed;
	};
	let smtp: SmtpSide | undefined;
	if (options.smtpPort !== undefined) {
		// Loaded only where it is wanted: most sandboxes carry no SMTP.
		const { startSmtp } = await import('./smtp/smtp.ts');
		const parts = { inbox, faults, namespaces, schedule, wait, password: credentials.accessKeySecret };
		smtp = await startSmtp(parts, host, options.smtpPort).catch(async (error: unknown) => {
			await closeHttp();
			throw error;
		});
	}
	return {
		url: `http://${host}:${port}`,
		port,
		smtpPort: smtp?.port,
		credentials,
		async close() {
			stop();
			await Promise.all([closeHttp(), smtp?.close()]);
		}
	};
}

type Parts = { gateway: Gateway; calls: Calls; control: Control };

async function route(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
	if (!hasLoopbackHost(request)) return sendJson(response, 421, { error: 'Only loopback names are served.' });
	const url = URL.parse(request.url ?? '/', 'http://localhost');
	if (!url) return sendJson(response, 400, { error: 'Not a URL.' });
	if (url.pathname.startsWith('/_sandbox/') && !isPagePath(url.pathname)) {
		return handleControl(parts.control, request, response, url);
	}
	const isApiCall = request.method === 'POST' || url.searchParams.has('Action') || 'x-acs-action' in request.headers;
	if (!isApiCall) return servePage(parts.control, request, response, url);
	await answerCall(parts, request, response);
}

async function answerCall(
	{ gateway, calls }: Parts,
	request: IncomingMessage,
	response: ServerResponse
): Promise<void> {
	const body = await readBody(request);
	if (!body) {
		const refusal = gatewayProblem('RequestEntityTooLarge');
		return send(response, answerProblem({ format: 'json', action: '' }, refusal, 'Dysmsapi'));
	}
	const { method = 'GET', url = '/', headers } = request;
	const raw = { method, url, headers, body };
	const outcome = await calls.trace(async (id) => {
		const outcome = await handleCall(gateway, raw);
		calls.add(recordCall(raw, outcome, gateway.gate, id));
		return outcome;
	});
	if (outcome === 'hang-up') response.destroy();
	else if (outcome.dripMs) drip(response, outcome, outcome.dripMs);
	else send(response, outcome);
}
