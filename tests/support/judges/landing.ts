// An application's address that answers anything, so that a browser can arrive there.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export type Landing = {
	home: string;
	/** The form that was posted last. */
	posted(): URLSearchParams | undefined;
	stop(): Promise<void>;
};

export async function startLanding(): Promise<Landing> {
	let posted: URLSearchParams | undefined;
	const server = createServer(async (request, response) => {
		const body = await text(request);
		if (request.method === 'POST') posted = new URLSearchParams(body);
		response.writeHead(200, { 'content-type': 'text/html' });
		response.end('<!doctype html><title>The application</title>');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		home: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
		posted: () => posted,
		stop: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			})
	};
}
