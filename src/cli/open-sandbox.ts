// Starts the Aliyun sandbox inside this process.
import type { Env } from '../lib/server/env.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';

const unlimited = { perMinute: Infinity, perHour: Infinity, perDay: Infinity, perNumberPerDay: Infinity };

/** The sandbox lives in real time. Where a test moves ours, its windows would count minutes that nobody waited. */
export async function openSandbox({ sandboxPort, sandboxSmtpPort, clockFile }: Env): Promise<Sandbox> {
	// Loaded here, so that a production never loads it.
	const { startSandbox } = await import('../sandbox/sandbox.ts');
	return startSandbox({ port: sandboxPort, smtpPort: sandboxSmtpPort, limits: clockFile ? unlimited : {} });
}
