// Connections to mail servers: a few kept open for each configuration, and none that waits for ever.
import type { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import type { SmtpConfig } from './config.ts';

/** `begun` says whether a byte of the content has left, also after a failure. */
export type Handover = { send(): Promise<string>; begun(): boolean };

export type MailParts = {
	from: string;
	envelope: { from: string; to: string };
	to: string;
	replyTo?: string;
	subject: string;
	html?: string;
	text?: string;
};

/** More than are ever configured at once: only those of past configurations are given up. */
const mostPools = 16;
/** Dialling, greeting, sign-in, content: somebody may be waiting, but a slow server gets to answer. */
const overallMs = 15_000;

type Pool = ReturnType<typeof openPool>;
const pools = new Map<string, Pool>();

function openPool({ host, port, auth, secure = port === 465, ignoreTLS }: SmtpConfig) {
	const pool = createTransport({
		pool: true,
		maxConnections: 4,
		idleTimeout: 30_000,
		maxRequeues: 1,
		host,
		port,
		secure,
		ignoreTLS,
		requireTLS: !secure && !ignoreTLS,
		auth: auth && { user: auth.user, pass: auth.pass },
		tls: { minVersion: 'TLSv1.2' },
		connectionTimeout: 5_000,
		greetingTimeout: 5_000,
		socketTimeout: 10_000,
		disableFileAccess: true,
		disableUrlAccess: true
	});
	// Reported by the mail that met it; without a listener it would end the process.
	pool.on('error', () => {});
	pool.use('stream', watchContent);
	return pool;
}

function poolFor(config: SmtpConfig): Pool {
	const key = JSON.stringify(config);
	let pool = pools.get(key);
	if (!pool) {
		pool = openPool(config);
		pools.set(key, pool);
	}
	const [oldest] = pools.keys();
	if (pools.size > mostPools && oldest !== undefined) {
		pools.get(oldest)?.close();
		pools.delete(oldest);
	}
	return pool;
}

export function closePools(): void {
	for (const pool of pools.values()) pool.close();
	pools.clear();
}

type Mail = Parameters<Parameters<Pool['use']>[1]>[0];
type Watched = { onContent?(content: Readable): void };

/** The content is a stream that is read once the server has said DATA may come. */
function watchContent({ message, data }: Mail, done: () => void): void {
	const create = message.createReadStream.bind(message);
	message.createReadStream = (options) => {
		const content = create(options);
		(data as Watched).onContent?.(content);
		return content;
	};
	done();
}

export function handOver(config: SmtpConfig, mail: MailParts): Handover {
	let content: Readable | undefined;
	const options = {
		...mail,
		// Programs that answer mail by themselves leave this one alone (RFC 3834).
		headers: { 'auto-submitted': 'auto-generated' },
		onContent: (stream: Readable) => void (content = stream),
		signal: AbortSignal.timeout(overallMs)
	};
	return {
		async send() {
			const { messageId } = await poolFor(config).sendMail(options);
			return messageId;
		},
		begun: () => content?.readableDidRead ?? false
	};
}
