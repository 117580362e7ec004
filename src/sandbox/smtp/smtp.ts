// The SMTP side of the sandbox: takes mail as Aliyun's DirectMail server does, and puts it into the same inbox.
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { isSenderDomain } from '../catalog.ts';
import type { Disturbance } from '../disturbance.ts';
import type { Faults } from '../faults.ts';
import type { Inbox } from '../inbox/store.ts';
import { findCode, toPlainText } from '../mail/mail-text.ts';
import type { Namespaces } from '../namespaces.ts';
import { findScenario } from '../scenarios.ts';
import type { Scheduler } from '../schedule.ts';
import { readMail } from './mime.ts';
import { otherSender, replyOf, toError, wrongPassword } from './reply.ts';

export type SmtpParts = {
	inbox: Inbox;
	faults: Faults;
	namespaces: Pick<Namespaces, 'of'>;
	schedule: Scheduler['schedule'];
	wait: Scheduler['wait'];
	/** The password of every sender address. */
	password: string;
};

export type SmtpSide = { port: number; close(): Promise<void> };

const largestMail = 512 * 1024;

export async function startSmtp(parts: SmtpParts, host: string, port: number): Promise<SmtpSide> {
	const server = new SMTPServer({
		disabledCommands: ['STARTTLS'],
		// On loopback nobody listens in; a client may ask for the password without encryption.
		allowInsecureAuth: true,
		size: largestMail,
		onAuth({ username = '', password = '' }, _, callback) {
			const isKnown = isSenderDomain(username.split('@')[1] ?? '') && password === parts.password;
			if (isKnown) callback(null, { user: username });
			else callback(toError(wrongPassword));
		},
		onMailFrom({ address }, session, callback) {
			callback(address.toLowerCase() === session.user?.toLowerCase() ? null : toError(otherSender));
		},
		onRcptTo({ address }, session, callback) {
			void meet(parts, session, address).then((disturbance) => {
				const reply = replyOf(disturbance);
				callback(reply ? toError(reply) : null);
			});
		},
		onData(stream, session, callback) {
			const chunks: Buffer[] = [];
			stream.on('data', (chunk: Buffer) => chunks.push(chunk));
			stream.on('end', () => {
				const raw = Buffer.concat(chunks);
				const disturbances = session.envelope.rcptTo.map(({ address }) => met(session, address));
				if (disturbances.some(({ reset }) => reset)) return cut(server, session);
				session.envelope.rcptTo.forEach(({ address }, index) =>
					deliver(parts, raw, address, disturbances[index] ?? {})
				);
				if (disturbances.some(({ acceptThenDrop }) => acceptThenDrop)) return cut(server, session);
				callback(null);
			});
		}
	});
	// A client that goes away in the middle is what some scenarios are about.
	server.on('error', () => {});
	await new Promise<void>((resolve, reject) => {
		server.server.once('error', reject);
		server.listen(port, host, resolve);
	});
	return {
		port: (server.server.address() as AddressInfo).port,
		close: () => new Promise((resolve) => server.close(resolve))
	};
}

const meetings = new WeakMap<SMTPServerSession, Map<string, Disturbance>>();

/** A fault is used up once a recipient, when it is named. */
async function meet(parts: SmtpParts, session: SMTPServerSession, address: string): Promise<Disturbance> {
	const to = address.toLowerCase();
	const isClaimed = parts.namespaces.of(to) !== undefined;
	const disturbance = parts.faults.take('SMTP', [to]) ?? findScenario(to, isClaimed) ?? {};
	const known = meetings.get(session) ?? new Map<string, Disturbance>();
	meetings.set(session, known.set(to, disturbance));
	await parts.wait(disturbance.delayMs ?? 0);
	return disturbance;
}

function met(session: SMTPServerSession, address: string): Disturbance {
	return meetings.get(session)?.get(address.toLowerCase()) ?? {};
}

function cut(server: SMTPServer, session: SMTPServerSession): void {
	for (const connection of server.connections as Set<{ id: string; _socket: { destroy(): void } }>) {
		if (connection.id === session.id) connection._socket.destroy();
	}
}

function deliver({ inbox, schedule }: SmtpParts, raw: Buffer, address: string, disturbance: Disturbance): void {
	if (disturbance.undelivered) return;
	const { html, subject, from, ...mail } = readMail(raw);
	const text = mail.text || toPlainText(html ?? '');
	const code = findCode(text) || findCode(subject);
	const to = address.toLowerCase();
	const add = () => inbox.add({ channel: 'email', to, from, subject, text, ...(html ? { html } : {}), code });
	schedule(disturbance.deliverAfterMs ?? 0, add, to);
}
