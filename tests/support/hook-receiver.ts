// Where webhooks lead in tests: a server on loopback that keeps what it is told.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Told = { path: string; signature: string; body: string };
export type HookReceiver = {
	url: string;
	told: Told[];
	/** The status that it answers from now on. */
	answers(status: number): void;
	close(): void;
};

export async function startHookReceiver(): Promise<HookReceiver> {
	const told: Told[] = [];
	let status = 204;
	const server = createServer((request, response) => {
		let body = '';
		request.on('data', (chunk) => (body += chunk));
		request.on('end', () => {
			const signature = String(request.headers['logto-signature-sha-256']);
			told.push({ path: String(request.url), signature, body });
			response.writeHead(status, { location: '/elsewhere' }).end();
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		told,
		answers: (wanted) => void (status = wanted),
		close() {
			server.closeAllConnections();
			server.close();
		}
	};
}
