// Serves the production build: one node:http server around adapter-node's handler, which stops without dropping requests.
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pathToFileURL } from 'node:url';
import { buildEntry } from './build.ts';

export type AppServer = {
	port: number;
	/** Stops accepting at once, lets running requests finish for at most `graceMs`, then cuts them. */
	stop(graceMs: number): Promise<void>;
};

/** Built files never reach the hooks, which set these and more on everything else. */
const forFiles = {
	'x-content-type-options': 'nosniff',
	'cross-origin-resource-policy': 'same-origin',
	'content-security-policy': "default-src 'none'; frame-ancestors 'none'"
};

/** Rejects with `code: 'EADDRINUSE'` when somebody else holds the port. */
export async function startAppServer(at: { origin: string; host: string; port: number }): Promise<AppServer> {
	// The handler reads these while it is imported. Nothing a client sends may name our origin.
	process.env.ORIGIN = at.origin;
	// A photograph of five megabytes, and the form around it; the hooks hold everything else to less.
	process.env.BODY_SIZE_LIMIT ??= '5M';
	for (const name of ['PROTOCOL_HEADER', 'HOST_HEADER', 'ADDRESS_HEADER', 'PORT_HEADER']) delete process.env[name];

	let isStopping = false;
	const unanswered = new Set<ServerResponse>();
	let handler: RequestListener = (_, response) => response.writeHead(503, { 'retry-after': '1' }).end();
	const server = createServer((request, response) => {
		unanswered.add(response);
		response.once('close', () => unanswered.delete(response));
		if (isStopping) askToClose(response);
		for (const [name, value] of Object.entries(forFiles)) response.setHeader(name, value);
		handler(request, response);
	});
	server.headersTimeout = 15_000;
	server.requestTimeout = 30_000;
	// Longer than a usual load balancer's 60 s, so that it never reuses a connection that we are closing.
	server.keepAliveTimeout = 65_000;
	// Listen first: a port that is taken is told before the application opens its database.
	await listen(server, at.host, at.port);
	handler = await loadHandler();

	return {
		port: (server.address() as AddressInfo).port,
		async stop(graceMs) {
			isStopping = true;
			unanswered.forEach(askToClose);
			const closed = new Promise<void>((resolve) => server.close(() => resolve()));
			// Whoever is still waiting hears "close" with the answer; a connection without a request is closed here.
			const sweep = setInterval(() => server.closeIdleConnections(), 50);
			const cut = setTimeout(() => server.closeAllConnections(), graceMs);
			server.closeIdleConnections();
			await closed;
			clearInterval(sweep);
			clearTimeout(cut);
		}
	};
}

function askToClose(response: ServerResponse): void {
	if (!response.headersSent) response.setHeader('connection', 'close');
}

async function loadHandler(): Promise<RequestListener> {
	const build: { handler: RequestListener } = await import(pathToFileURL(buildEntry).href);
	return build.handler;
}

function listen(server: Server, host: string, port: number): Promise<void> {
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, host, () => {
			server.off('error', reject);
			resolve();
		});
	});
}
