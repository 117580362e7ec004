// The one reader of process.env. Parsed once, refused loudly: a wrong setting must not start.
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65535);

const variables = z.object({
	FOYER_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
	FOYER_DATA_DIR: z.string().min(1).default('.data'),
	FOYER_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
	FOYER_TRUSTED_PROXIES: z.string().default(''),
	FOYER_CLOCK_FILE: z.string().optional(),
	DATABASE_URL: z
		.string()
		.regex(/^(file:|postgres(ql)?:\/\/)/, 'must start with file: or postgres://')
		.optional(),
	HOST: z.string().optional(),
	PORT: port.default(3001),
	SANDBOX_PORT: port.default(4010),
	LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
	NODE_ENV: z.string().optional()
});

export type Env = {
	/** Scheme, host and port; no path, no trailing slash. */
	origin: string;
	host: string;
	port: number;
	sandboxPort: number;
	databaseUrl: string;
	dataFolder: string;
	secret: string;
	/** Addresses and CIDR ranges whose X-Forwarded-For entries are believed. */
	trustedProxies: string[];
	clockFile: string | undefined;
	logLevel: z.infer<typeof variables>['LOG_LEVEL'];
	/** Only on a loopback http origin, and not when NODE_ENV is `production`. */
	demo: boolean;
};

export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
	const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
	const parsed = variables.safeParse(given);
	if (!parsed.success) {
		const flaws = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
		throw new Error(`The environment is not usable.\n  ${flaws.join('\n  ')}`);
	}
	const value = parsed.data;
	const origin = value.FOYER_ORIGIN ? toOrigin(value.FOYER_ORIGIN) : `http://localhost:${value.PORT}`;
	const demo = isLoopbackHttp(origin) && value.NODE_ENV !== 'production';
	if (!demo) refuseUnsafe(origin, value);
	return {
		origin,
		host: value.HOST ?? (demo ? '127.0.0.1' : '0.0.0.0'),
		port: value.PORT,
		sandboxPort: demo ? value.SANDBOX_PORT : 0,
		databaseUrl: value.DATABASE_URL ?? `file:${join(value.FOYER_DATA_DIR, 'foyer.db')}`,
		dataFolder: value.FOYER_DATA_DIR,
		secret: value.FOYER_SECRET ?? keptSecret(value.FOYER_DATA_DIR),
		trustedProxies: value.FOYER_TRUSTED_PROXIES.split(/[\s,]+/).filter(Boolean),
		clockFile: demo ? value.FOYER_CLOCK_FILE : undefined,
		logLevel: value.LOG_LEVEL,
		demo
	};
}

export function isLoopbackHttp(origin: string): boolean {
	const { protocol, hostname } = new URL(origin);
	return protocol === 'http:' && (['localhost', '[::1]'].includes(hostname) || /^127(\.\d+){3}$/.test(hostname));
}

function toOrigin(url: string): string {
	const { origin, pathname, search, hash } = new URL(url);
	if (pathname !== '/' || search || hash) {
		throw new Error(`FOYER_ORIGIN must be an origin like https://login.example.com, without a path: ${url}`);
	}
	return origin;
}

function refuseUnsafe(origin: string, value: z.infer<typeof variables>): void {
	const flaws = [
		!origin.startsWith('https://') && 'FOYER_ORIGIN must be https outside loopback',
		!value.FOYER_ORIGIN && 'FOYER_ORIGIN is required',
		!value.FOYER_SECRET && 'FOYER_SECRET is required (32 characters or more, for example from `openssl rand -hex 32`)',
		value.FOYER_SECRET && new Set(value.FOYER_SECRET).size < 10 && 'FOYER_SECRET is too uniform to be a secret',
		value.FOYER_CLOCK_FILE && 'FOYER_CLOCK_FILE is for tests only'
	].filter(Boolean);
	if (flaws.length > 0) throw new Error(`Production settings are not safe.\n  ${flaws.join('\n  ')}`);
}

/** The demo's own secret, made once and kept beside its database. */
function keptSecret(folder: string): string {
	const file = join(folder, 'secret');
	mkdirSync(folder, { recursive: true });
	try {
		writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
	}
	return readFileSync(file, 'utf8').trim();
}
