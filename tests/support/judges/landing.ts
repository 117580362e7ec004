// An application's address that answers anything, so that a browser can arrive there.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Landing = { home: string; stop(): Promise<void> };

export async function startLanding(): Promise<Landing> {
	const server = createServer((_request, response) => {
		response.writeHead(200, { 'content-type': 'text/html' });
		response.end('<!doctype html><title>The application</title>');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		home: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
		stop: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			})
	};
}
