// A mail server on loopback that says what a test tells it to, line by line, and remembers what arrived.
import { createServer, type AddressInfo, type Socket } from 'node:net';

type Step = 'greeting' | 'EHLO' | 'STAR' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'content' | 'RSET' | 'QUIT';
/** A reply, or something worse. */
export type Line = string | ((socket: Socket) => void);
export type Script = Partial<Record<Step, Line>>;

const usual: Record<Step, Line> = {
	greeting: '220 mail.test ESMTP',
	EHLO: '250-mail.test\r\n250 AUTH PLAIN LOGIN',
	STAR: '502 5.5.1 not here',
	AUTH: '235 2.7.0 welcome',
	MAIL: '250 2.1.0 ok',
	RCPT: '250 2.1.5 ok',
	DATA: '354 go ahead',
	content: '250 2.0.0 queued',
	RSET: '250 2.0.0 ok',
	QUIT: '221 2.0.0 bye'
};

export type MailServer = {
	port: number;
	/** Every command, without the content. */
	commands: string[];
	/** What came between DATA and the dot. */
	mails: string[];
	connections(): number;
	close(): Promise<void>;
};

export async function startMailServer(script: Script = {}): Promise<MailServer> {
	const lines = { ...usual, ...script };
	const [commands, mails, sockets] = [[] as string[], [] as string[], new Set<Socket>()];
	let connections = 0;
	const server = createServer((socket) => {
		connections += 1;
		sockets.add(socket);
		// A client that leaves early is one of the things that are looked at.
		socket.on('error', () => {});
		const say = (step: Step) => {
			const line = lines[step];
			if (typeof line === 'function') line(socket);
			else socket.write(`${line}\r\n`);
		};
		let pending = '';
		let inContent = false;
		socket.on('data', (chunk) => {
			pending += chunk.toString('utf8');
			for (;;) {
				const end = pending.indexOf(inContent ? '\r\n.\r\n' : '\r\n');
				if (end < 0) return;
				const said = pending.slice(0, end);
				pending = pending.slice(end + (inContent ? 5 : 2));
				if (inContent) {
					inContent = false;
					mails.push(said);
					say('content');
					continue;
				}
				commands.push(said);
				const step = said.slice(0, 4).toUpperCase() as Step;
				inContent = step === 'DATA' && typeof lines.DATA === 'string' && lines.DATA.startsWith('354');
				if (step in lines) say(step);
			}
		});
		say('greeting');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		port: (server.address() as AddressInfo).port,
		commands,
		mails,
		connections: () => connections,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				for (const socket of sockets) socket.destroy();
			})
	};
}
