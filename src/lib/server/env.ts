// The one reader of process.env. Parsed once, refused loudly: a wrong setting must not start.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const portRange = 'must be a whole number from 0 to 65535';
const port = z.coerce.number(portRange).int(portRange).min(0, portRange).max(65535, portRange);

const days = 'must be a whole number of days, 0 for ever';

const pwned = z
	.string()
	.refine((text) => ['off', 'on'].includes(text) || /^https?:$/.test(URL.parse(text)?.protocol ?? ''), {
		error: 'must be off, on, or the address of a mirror'
	})
	.default('off');
const pwnedRange = 'https://api.pwnedpasswords.com/range/';

const example = 'for example from `openssl rand -hex 32`';

const variables = z.object({
	FOYER_ORIGIN: z.url({ protocol: /^https?$/, error: 'must be an address like https://login.example.com' }).optional(),
	FOYER_DATA_DIR: z.string().min(1).default('.data'),
	FOYER_SECRET: z.string().min(32, `must have 32 characters or more, ${example}`).optional(),
	FOYER_TRUSTED_PROXIES: z.string().default(''),
	FOYER_CLOCK_FILE: z.string().optional(),
	DATABASE_URL: z
		.string()
		.regex(/^(file:|postgres(ql)?:\/\/)/, 'must start with file: or postgres://')
		.optional(),
	HOST: z.string().optional(),
	PORT: port.default(3001),
	SANDBOX_PORT: port.default(4010),
	SANDBOX_SMTP_PORT: port.optional(),
	LOG_LEVEL: z
		.enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent')
		.default('info'),
	FOYER_AUDIT_DAYS: z.coerce.number(days).int(days).min(0, days).max(36_500, days).default(180),
	FOYER_PWNED_PASSWORDS: pwned,
	NODE_ENV: z.string().optional()
});

export type Env = {
	/** Scheme, host and port; no path, no trailing slash. */
	origin: string;
	host: string;
	port: number;
	sandboxPort: number;
	/** The sandbox takes mail over SMTP there; undefined when it does not. */
	sandboxSmtpPort: number | undefined;
	databaseUrl: string;
	dataFolder: string;
	secret: string;
	/** Addresses and CIDR ranges whose X-Forwarded-For entries are believed. */
	trustedProxies: string[];
	clockFile: string | undefined;
	logLevel: z.infer<typeof variables>['LOG_LEVEL'];
	/** Days that audit entries are kept; 0 for ever. */
	auditDays: number;
	/** The range API to ask of passwords that breaches hold, with a slash at its end; undefined when it is off. */
	pwnedPasswords: string | undefined;
	/** Only on a loopback http origin, and not when NODE_ENV is `production`. */
	demo: boolean;
};

/** Makes the demo's own secret where there is none yet. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
	const env = parseEnv(source);
	return { ...env, secret: env.secret ?? makeSecret(env.dataFolder) };
}

/** The same without leaving a trace on the disk: `secret` is undefined where the demo has not made its own yet. */
export function parseEnv(source: NodeJS.ProcessEnv): Omit<Env, 'secret'> & { secret: string | undefined } {
	const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
	const parsed = variables.safeParse(given);
	if (!parsed.success) {
		const flaws = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
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
		sandboxSmtpPort: demo ? value.SANDBOX_SMTP_PORT : undefined,
		databaseUrl: value.DATABASE_URL ?? `file:${join(value.FOYER_DATA_DIR, 'foyer.db')}`,
		dataFolder: value.FOYER_DATA_DIR,
		secret: value.FOYER_SECRET ?? readSecret(value.FOYER_DATA_DIR),
		trustedProxies: value.FOYER_TRUSTED_PROXIES.split(/[\s,]+/).filter(Boolean),
		clockFile: demo ? value.FOYER_CLOCK_FILE : undefined,
		logLevel: value.LOG_LEVEL,
		auditDays: value.FOYER_AUDIT_DAYS,
		pwnedPasswords: toRangeAddress(value.FOYER_PWNED_PASSWORDS),
		demo
	};
}

function toRangeAddress(value: string): string | undefined {
	if (value === 'off') return undefined;
	return value === 'on' ? pwnedRange : value.replace(/\/*$/, '/');
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
		!value.FOYER_SECRET && `FOYER_SECRET is required: 32 characters or more, ${example}`,
		value.FOYER_SECRET &&
			new Set(value.FOYER_SECRET).size < 10 &&
			`FOYER_SECRET is too uniform to be a secret: take one ${example}`,
		value.FOYER_CLOCK_FILE && 'FOYER_CLOCK_FILE is for tests only'
	].filter(Boolean);
	if (flaws.length > 0) throw new Error(`Production settings are not safe.\n  ${flaws.join('\n  ')}`);
}

function secretFile(folder: string): string {
	return join(folder, 'secret');
}

function readSecret(folder: string): string | undefined {
	return existsSync(secretFile(folder)) ? readFileSync(secretFile(folder), 'utf8').trim() : undefined;
}

/** Made once and kept beside the demo's database. Of two processes that make one at once, both take the first. */
function makeSecret(folder: string): string {
	try {
		mkdirSync(folder, { recursive: true, mode: 0o700 });
		writeFileSync(secretFile(folder), randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
	} catch (error) {
		const { code, message } = error as NodeJS.ErrnoException;
		const isThere = code === 'EEXIST' && existsSync(secretFile(folder));
		if (!isThere) throw new Error(`The data folder ${folder} cannot be used: ${message}`, { cause: error });
	}
	return readFileSync(secretFile(folder), 'utf8').trim();
}
