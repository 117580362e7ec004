// A vendor on loopback that answers as a test tells it to, well or badly, and remembers what arrived.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSocketServer, type AddressInfo, type Socket } from 'node:net';
import type { ConnectorRecord, ConnectorStore } from '../../src/lib/server/usecases/ports.ts';

export type Arrival = { method: string; url: string; headers: IncomingMessage['headers']; body: string };
/** `again` counts the requests before this one. */
export type Play = (response: ServerResponse, arrival: Arrival, again: number) => void;

export type Vendor = { endpoint: string; arrivals: Arrival[]; close(): Promise<void> };

export async function startVendor(play: Play): Promise<Vendor> {
	const arrivals: Arrival[] = [];
	const server = createServer(async (request, response) => {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk);
		const { method = '', url = '', headers } = request;
		const arrival = { method, url, headers, body: Buffer.concat(chunks).toString() };
		arrivals.push(arrival);
		play(response, arrival, arrivals.length - 1);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		arrivals,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			})
	};
}

export function answer(body: unknown, status = 200): Play {
	return (response) => {
		response.writeHead(status, { 'content-type': 'application/json;charset=utf-8' }).end(JSON.stringify(body));
	};
}

/** Takes connections and resets each before reading a byte. */
export async function startDeafVendor() {
	let connections = 0;
	const server = createSocketServer({ pauseOnConnect: true }, (socket) => {
		connections += 1;
		setTimeout(() => socket.resetAndDestroy(), 50);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		connections: () => connections,
		close: () => new Promise<void>((resolve) => server.close(() => resolve()))
	};
}

/** Takes connections and never says a word: whoever wants to greet in TLS waits for ever. */
export async function startMuteVendor() {
	const sockets = new Set<Socket>();
	const server = createSocketServer((socket) => void sockets.add(socket.on('error', () => {})));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		endpoint: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
		connections: () => sockets.size,
		close: () =>
			new Promise<void>((resolve) => {
				for (const socket of sockets) socket.destroy();
				server.close(() => resolve());
			})
	};
}

export function storeOf(
	record: Pick<ConnectorRecord, 'connectorId' | 'carries' | 'config'>
): Pick<ConnectorStore, 'list'> {
	return { list: async () => [{ ...record, id: 'one', enabled: true, priority: 0, createdAt: 0 }] };
}
